"""What the demonstration shows beside the 25 items."""

from io import StringIO
from typing import Any

from django.core.management import call_command
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.publishing.models import Publication
from cms.publishing.rich_text_html import write
from cms.publishing.schemas.rich_text import TREE
from documents.models import CustomDocument
from home.demo.spanish_words import spanish_words
from tests.home.demonstration import DemonstrationTestCase, words


class WholeDemonstrationTests(DemonstrationTestCase):
    def test_every_page_answers_and_describes_itself(self):
        pages = Publication.objects.of("pages").live()

        for path in pages.values_list("path", flat=True):
            assert len(self.page(path).find_all("h1")) == 1
        for page in Page.objects.filter(depth__gt=1).specific():
            assert 50 <= len(page.search_description) <= 160
            assert page.summary
            assert page.live
            assert not page.has_unpublished_changes

    def test_every_document_is_released_and_can_be_downloaded(self):
        documents = self.documents()

        assert len(documents) == CustomDocument.objects.count() == 10
        for filename, document in documents.items():
            content, disposition = self.download(document["meta"]["download_url"])
            assert len(content) == document["size"]
            assert f'filename="{filename}"' in disposition
            landing = self.text(document["meta"]["path"])
            assert document["title"] in landing

    def test_no_link_of_a_page_is_broken(self):
        paths = Publication.objects.live().exclude(path="").values_list("path")
        links = {
            (path, link["href"].partition("#")[0])
            for (path,) in paths
            for link in self.page(path).find_all("a", href=True)
            if link["href"].startswith("/")
        }

        for path, target in links:
            status = self.client.get(target).status_code
            assert status == 200, f"{path} links to {target}: {status}"

    def test_the_log_agrees_with_the_content(self):
        call_command("publications", check=True, stdout=StringIO())

    def test_children_served_in_summer_by_age_and_grade(self):
        statistics = self.json("/impact/2014-15/")["statistics"]
        text = self.text("/impact/2014-15/")

        values = {s["group"]: s["value"] for s in statistics[1:6]}
        assert values == {
            "Ages 3-5": 10_006,
            "Grades K-3": 31_903,
            "Grades 4-5": 15_421,
            "Grades 6-8": 18_139,
            "Grades 9-12": 17_569,
        }
        assert statistics[6]["value"] == 16_704
        for statistic in statistics[1:]:
            assert statistic["display"] in text
            assert "not total participation" in statistic["measure"]["definition"]

    def test_grades_k_3_in_earlier_years(self):
        earlier = {"2011-12": 38_834, "2012-13": 36_006, "2013-14": 33_930}

        for year, value in earlier.items():
            [statistic] = self.json(f"/impact/{year}/")["statistics"]
            assert statistic["value"] == value
            assert f"{value:,}" in self.text(f"/impact/{year}/")

    def test_guidance_is_a_chain_of_replacement(self):
        chain = {
            d["document_date"]: d
            for d in self.documents().values()
            if d["document_type"] == "guidance"
        }
        draft, guidance, chapters = (chain[day] for day in sorted(chain))

        assert draft["document_date"] == "2003-10-23"
        assert draft["status"] == "superseded"
        assert draft["replaced_by"]["document"]["id"] == guidance["id"]
        assert draft["replaced_by"]["extent"] == "whole"
        assert guidance["replaced_by"]["document"]["id"] == chapters["id"]
        assert guidance["replaced_by"]["extent"] == "part"
        assert [r["document"]["id"] for r in chapters["replaces"]] == [guidance["id"]]
        assert guidance["title"] in self.text(draft["meta"]["path"])

    def test_the_certificate_is_a_form(self):
        name = "National Certificate of Eligibility OMB 1810-0662 (sample).pdf"

        certificate = self.documents()[name]

        assert certificate["document_type"] == "form"
        assert "required since July 1, 2017" in certificate["summary"]

    def test_directors_meetings_are_past(self):
        for year, days in ((2017, ("06", "08")), (2018, ("05", "07"))):
            meeting = self.json(f"/webinars/annual-directors-meeting-{year}/")
            assert (meeting["kind"], meeting["state"]) == ("meeting", "past")
            assert meeting["starts_at"].startswith(f"{year}-03-{days[0]}")
            assert meeting["ends_at"].startswith(f"{year}-03-{days[1]}")

    def test_a_webinar_to_come_has_open_registration(self):
        path = "/webinars/sample-webinar-finding-your-way/"

        webinar, main = self.json(path), self.main(path)

        assert webinar["state"] == "upcoming"
        assert main.find("a", href=webinar["registration"]["url"])
        upcoming = self.main("/webinars/").find(id="upcoming").find_parent("section")
        assert webinar["title"] in words(upcoming)

    def test_navigation_leads_to_every_section(self):
        site = self.get_json("/api/v2/site/")

        labels = [link["label"] for link in site["navigation"]]
        assert labels == [
            "Impact",
            "Stories",
            "News",
            "Webinars",
            "Documents",
            "Legislation",
            "About",
        ]
        header = words(self.page("/").find("header"))
        assert " ".join(labels) in header

    def test_no_agency_is_spoken_for(self):
        site = self.get_json("/api/v2/site/")

        assert site["name"] == "RESULTS"
        assert site["banner"] is False
        assert "demonstration" in site["demonstration_notice"]
        assert site["agency"]["url"] == "https://example.org/"
        assert site["demonstration_notice"] in words(self.page("/"))


class SpanishPagesTests(DemonstrationTestCase):
    PATHS = (
        "/es/",
        "/es/acerca-de/",
        "/es/historias/la-historia-de-dennis-luna/",
        "/es/noticias/nuevas-preguntas-y-respuestas-sobre-las-normas-del-mep/",
        "/es/impacto/2014-15/",
        "/es/seminarios-web/",
        "/es/seminarios-web/cspr-del-mep-parte-ii-resultados-y-cambios-2016-17/",
        "/es/documentos/",
        "/es/legislacion/",
    )

    def test_are_translations_of_the_english_pages(self):
        for path in self.PATHS:
            page, answer = self.page(path), self.json(path)
            assert page.find("html")["lang"] == "es"
            assert answer["meta"]["locale"] == "es"
            [english] = answer["translations"]
            assert self.json(english["path"])["translations"][0]["path"] == path

    def test_translators_see_them_in_step(self):
        """`home/demo/spanish.po` has each of their strings, and no other."""
        strings = set()
        for translation in Translation.objects.all():
            segments = translation.source.stringsegment_set
            strings |= set(segments.values_list("string__data", flat=True))
            total, done = translation.get_progress()
            assert done == total, translation.source.object_repr

        assert strings == spanish_words().keys()

    def test_home_shows_spanish_content(self):
        home = self.json("/es/")

        assert home["story"]["meta"]["locale"] == "es"
        assert [item["meta"]["locale"] for item in home["updates"]] == ["es"]
        assert home["impact"]["page"]["path"] == "/es/impacto/2014-15/"
        assert home["impact"]["statistics"][0]["value"] is None
        assert "Latest Updates" not in self.text("/es/")

    def test_figures_are_the_same(self):
        english = self.json("/impact/2014-15/")["statistics"]
        spanish = self.json("/es/impacto/2014-15/")["statistics"]

        assert [s["value"] for s in spanish] == [s["value"] for s in english]

    def test_the_quotation_says_that_it_is_translated(self):
        story = self.json("/es/historias/la-historia-de-dennis-luna/")

        assert "traducido" in story["attribution"]


class RichTextTests(DemonstrationTestCase):
    def test_the_tree_of_each_text_is_its_html(self):
        for page in self.get_json("/api/v2/pages/", fields="*", limit="100")["items"]:
            number = page["id"]
            as_tree = self.get_json(f"/api/v2/pages/{number}/", rich_text="tree")

            assert as_html(as_tree) == page


def as_html(value: Any) -> Any:
    """Return JSON with HTML in the place of each tree."""
    if isinstance(value, list) and value and is_block(value[0]):
        TREE.validate_python(value, strict=True)
        return write(value)
    if isinstance(value, list):
        return [as_html(part) for part in value]
    if isinstance(value, dict):
        return {name: as_html(part) for name, part in value.items()}
    return value


def is_block(value: Any) -> bool:
    return isinstance(value, dict) and "content" in value and "type" in value
