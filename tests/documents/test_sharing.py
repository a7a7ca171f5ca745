"""What search engines are told of documents and series."""

from datetime import date

from django.test import TestCase

from cms.models import SiteSettings
from tests.cms.sharing.head import head_of
from tests.factories import (
    PDF,
    DocumentFactory,
    DocumentLibraryPageFactory,
    DocumentSeriesFactory,
    TopicFactory,
    home_page,
)

LONG = "Answers to the questions that recruiters asked in May 2017, in one document."


class DocumentTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        home = home_page()
        library = DocumentLibraryPageFactory(title="All documents")
        settings = SiteSettings.for_site(home.get_site())
        settings.navigation.create(page=library, label="Documents")
        settings.save()
        cls.series = DocumentSeriesFactory(name="Policy Q&As", slug="qas")
        cls.document = DocumentFactory(
            title="Q&As, July",
            summary=LONG,
            document_type="policy_qa",
            document_date=date(2017, 7, 31),
            series=cls.series,
            file__filename="Q&As (July).pdf",
        )
        cls.document.topics.add(TopicFactory(name="Eligibility"))
        cls.document.save()

    def test_has_what_there_is_to_say_of_it(self):
        head = head_of(self.document.path)

        found = head.thing("DigitalDocument")
        assert found["name"] == "Q&As, July"
        assert found["description"] == LONG
        assert found["identifier"].endswith(f"/documents/{self.document.pk}/")
        assert found["datePublished"] == "2017-07-31"
        assert found["dateModified"]
        assert found["version"] == "1"
        assert found["genre"] == "Policy Q&A"
        assert found["creativeWorkStatus"] == "Current"
        assert found["keywords"] == ["Eligibility"]
        assert found["isPartOf"]["name"] == "Policy Q&As"
        assert found["publisher"] == {"@id": head.thing("Organization")["@id"]}

    def test_its_file_can_be_loaded(self):
        file = head_of(self.document.path).thing("DigitalDocument")["encoding"]

        assert file["@type"] == "MediaObject"
        assert file["name"] == "Q&As (July).pdf"
        assert file["encodingFormat"] == "application/pdf"
        assert file["contentSize"] == str(len(PDF))
        assert len(file["sha256"]) == 64
        assert file["contentUrl"].startswith("http://localhost/documents/")

    def test_has_a_title_with_its_kind_and_a_way_through_the_library(self):
        head = head_of(self.document.path)

        trail = head.thing("BreadcrumbList")["itemListElement"]
        assert head.title.startswith("Q&As, July | Policy Q&A")
        assert [each["name"] for each in trail][1:] == ["Documents", "Q&As, July"]
        assert head.named["og:image"].endswith("/static/documents/social/document.png")
        assert head.canonical == f"http://localhost{self.document.path}"

    def test_a_short_summary_is_followed_by_the_facts(self):
        short = DocumentFactory(title="Form", summary="A form.", document_type="form")
        none = DocumentFactory(title="Other", document_type="report")

        described = head_of(short.path).named["description"]
        assert described.startswith("A form. (Form · Current · PDF, ")
        assert head_of(none.path).named["description"].startswith("Other (Report · ")

    def test_a_withdrawn_one_has_no_file(self):
        gone = DocumentFactory(status="withdrawn", status_explanation="Wrong.")

        assert "encoding" not in head_of(gone.path).thing("DigitalDocument")

    def test_a_series_says_how_many_it_has(self):
        head = head_of("/documents/series/qas/")

        assert head.title.startswith("Policy Q&As | Series")
        assert head.named["description"].startswith("1 document of the series “Pol")
        assert len(head.named["description"]) >= 50
        assert head.canonical == "http://localhost/documents/series/qas/"
        assert head.thing("CreativeWorkSeries")["name"] == "Policy Q&As"

    def test_a_series_in_spanish_is_a_page_of_its_own(self):
        head = head_of("/es/documents/series/qas/")

        assert head.canonical == "http://localhost/es/documents/series/qas/"
        assert head.named["og:locale"] == "es_US"
        assert head.title.startswith("Policy Q&As | Serie")
        assert "Serie “Policy Q&As”" in head.named["description"]
