"""How people cite a document, and what its page offers."""

from datetime import date

from django.core.files.base import ContentFile
from django.test import TestCase
from wagtail.models import Site

from cms.models import SiteSettings
from documents.citations import Citation
from documents.models import CustomDocument
from tests.content import public_content
from tests.factories import (
    PDF,
    DocumentFactory,
    DocumentSeriesFactory,
    HomePageFactory,
)


def citation_of(document: CustomDocument) -> Citation:
    return Citation(public_content(document), None)


class CitationTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        HomePageFactory()
        site = Site.objects.get(is_default_site=True)
        site.site_name = "RESULTS"
        site.save()
        settings = SiteSettings.for_site(site)
        settings.agency_name = "Office of Example"
        settings.contact_email = "help@example.org"
        settings.contact_phone = "555-0100"
        settings.save()
        cls.document = DocumentFactory(
            title="MEP Policy Q&As, July",
            document_type="policy_qa",
            document_date=date(2017, 7, 31),
            issue="v.1",
            series=DocumentSeriesFactory(name="Policy Q&As", slug="qas"),
        )

    def get(self, path: str = ""):
        return self.client.get(self.document.path + path)


class TextTests(CitationTestCase):
    def test_names_all_by_which_the_file_is_found_again(self):
        response = self.get()

        self.assertContains(
            response,
            "Office of Example (July 31, 2017). MEP Policy Q&amp;As, July "
            "(Policy Q&amp;As, v.1) [Policy Q&amp;A, PDF]. "
            f"Version 1, SHA-256 {self.document.sha256}. RESULTS. "
            f"http://localhost{self.document.path}</p>",
        )

    def test_names_the_version_that_is_there_now(self):
        file = ContentFile(PDF + b"%2\n", "a.pdf")
        self.document.replace_file(file, "Adds an answer.")

        self.assertContains(self.get(), f"Version 2, SHA-256 {self.document.sha256}")

    def test_leaves_out_what_is_not_known(self):
        bare = DocumentFactory(title="Bare", document_type="form")

        text = citation_of(bare).text

        assert text.endswith(f"/documents/{bare.pk}/bare/")
        assert "Bare [Form, PDF]. Version 1" in text
        assert ". ." not in text
        assert "()" not in text

    def test_takes_the_day_of_the_release_for_want_of_another(self):
        bare = DocumentFactory()

        assert citation_of(bare).dated_on is not None


class PageTests(CitationTestCase):
    def test_gives_the_address_that_stays(self):
        self.assertContains(
            self.get(), f"http://localhost/documents/{self.document.pk}/<"
        )

    def test_leads_to_the_citation_as_files(self):
        response = self.get()

        for kind in ("bib", "ris"):
            self.assertContains(response, f'href="{self.document.path}cite.{kind}"', 2)

    def test_says_whom_to_ask_for_another_format(self):
        response = self.get()

        self.assertContains(
            response,
            'href="mailto:help@example.org?subject=Another%20format%20of%20%E2%80%9C'
            f"MEP%20Policy%20Q%26As%2C%20July%E2%80%9D%20%28document%20"
            f'{self.document.pk}%29"',
        )
        self.assertContains(response, 'href="tel:555-0100"')

    def test_offers_no_other_format_of_what_is_withdrawn(self):
        self.document.status = "withdrawn"
        self.document.status_explanation = "It was wrong."
        self.document.save()

        response = self.get()

        self.assertNotContains(response, "Another format")
        self.assertContains(response, "How to cite it")
        self.assertNotContains(response, "latest-version")

    def test_says_to_programs_what_it_is(self):
        response = self.get()

        for name, content in (
            ("title", "MEP Policy Q&amp;As, July"),
            ("author", "Office of Example"),
            ("publication_date", "2017/07/31"),
            ("language", "en"),
        ):
            self.assertContains(
                response, f'<meta name="citation_{name}" content="{content}">'
            )
        self.assertContains(response, 'rel="latest-version"')
        self.assertContains(response, '<link rel="version-history" href="#versions">')
        self.assertContains(response, 'id="versions"', 1)


class VersionsTests(CitationTestCase):
    def test_are_not_listed_where_there_is_one(self):
        self.assertNotContains(self.get(), '<h2 id="versions">')

    def test_are_listed_with_what_each_changed(self):
        first = self.document.versions.get()
        file = ContentFile(PDF + b"%2\n", "second.pdf")
        self.document.replace_file(file, "Corrects question 4.", "correction")

        response = self.get()

        for words in ("Version 2", "Version 1", "Corrects question 4.", "Correction"):
            self.assertContains(response, words)
        self.assertContains(response, f'{first.download_path}"')
        self.assertContains(response, first.sha256)
        self.assertContains(response, 'id="versions"', 1)

    def test_that_are_withdrawn_say_why_and_are_not_offered(self):
        first = self.document.versions.get()
        file = ContentFile(PDF + b"%2\n", "second.pdf")
        self.document.replace_file(file, "Takes a name out.")
        first.refresh_from_db()
        first.withdraw("It named a child.")

        response = self.get()

        self.assertContains(response, "It named a child.")
        self.assertNotContains(response, f'{first.download_path}"')
