"""Terms, the page that explains them, and texts that mark them."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import TestCase
from wagtail.models import Locale, ReferenceIndex

from cms.models import Term
from cms.publishing import audit, references
from home.models import StandardPage
from tests.assertions import assert_same_queries
from tests.cms.publishing.log import is_live, row
from tests.content import main_of, public_form, refusals, words
from tests.factories import (
    GlossaryPageFactory,
    HomePageFactory,
    NewsPageFactory,
    StandardPageFactory,
    TermFactory,
)


def mark(term: Term, text: str = "") -> str:
    return f'<a linktype="term" id="{term.pk}">{text or term.name}</a>'


class GlossaryTestCase(TestCase):
    def setUp(self):
        self.home = HomePageFactory()
        self.term = TermFactory(
            name="COE",
            expansion="Certificate of Eligibility",
            definition="The form on which eligibility is written down.",
        )

    def tearDown(self):
        assert list(audit.check()) == []
        ReferenceIndex.objects.all().delete()
        for page in StandardPage.objects.all():
            ReferenceIndex.create_or_update_for_object(page)
        assert [m for m in references.check() if "term" in m.what] == []

    def marking(self, text: str = "", **values: Any) -> StandardPage:
        body = [("rich_text", f"<p>Fill in a {mark(self.term, text)}.</p>")]
        return StandardPageFactory(body=body, **values)

    def text_of(self, page: StandardPage) -> str:
        return public_form(page)["body"][0]["value"]


class TermTests(GlossaryTestCase):
    def test_a_language_has_each_term_once_however_it_is_spelled(self):
        for name in ("COE", "coe"):
            errors = refusals(Term(name=name, definition="x", locale=self.term.locale))
            assert "has this term already" in errors["name"][0]

    def test_another_language_may_have_the_same_abbreviation(self):
        spanish, _ = Locale.objects.get_or_create(language_code="es")

        copy = self.term.copy_for_translation(spanish)
        copy.save()

        assert refusals(copy) == {}
        assert copy.slug == self.term.slug == "coe"

    def test_its_place_follows_its_name(self):
        self.term.name = "ID&R"
        self.term.save()

        assert self.term.slug == "idr"

    def test_is_public_while_a_glossary_is(self):
        assert row("terms", self.term.pk) is None

        page = GlossaryPageFactory()
        assert is_live("terms", self.term)

        page.unpublish()
        assert row("terms", self.term.pk).reason == "unused"

    def test_the_api_has_it_like_other_snippets(self):
        GlossaryPageFactory()

        found = self.client.get(f"/api/v2/terms/{self.term.pk}/").json()
        [listed] = self.client.get("/api/v2/terms/?slug=coe").json()["items"]

        assert listed["id"] == found["id"] == self.term.pk
        assert found["expansion"] == "Certificate of Eligibility"
        assert found["meta"]["type"] == "cms.Term"
        assert found["meta"]["locale"] == "en"


class GlossaryPageTests(GlossaryTestCase):
    def test_lists_all_terms_of_its_language_by_name(self):
        TermFactory(name="apprentice")
        spanish, _ = Locale.objects.get_or_create(language_code="es")
        TermFactory(name="Beta", locale=spanish)

        page = GlossaryPageFactory()

        names = [entry["name"] for entry in public_form(page)["entries"]]
        assert names == ["apprentice", "COE"]
        shown = main_of(page.url)
        assert [words(term) for term in shown.select("dfn")] == names
        assert "written down" in words(shown.find(id="coe"))

    def test_has_a_term_as_soon_as_it_is_made(self):
        page = GlossaryPageFactory()

        TermFactory(name="QAD")

        assert [e["name"] for e in public_form(page)["entries"]] == ["COE", "QAD"]

    def test_says_so_where_there_is_none(self):
        Term.objects.all().delete()

        assert "No term has been explained yet." in words(
            main_of(GlossaryPageFactory().url)
        )

    def test_is_found_by_what_terms_stand_for(self):
        page = GlossaryPageFactory()
        marking = self.marking(title="Forms")

        found = self.client.get("/api/v2/search/?q=certificate").json()["items"]

        assert [item["id"] for item in found] == [page.pk]
        assert marking.pk != page.pk

    def test_queries_do_not_grow_with_the_list(self):
        page = GlossaryPageFactory()
        assert_same_queries(
            lambda: self.client.get(page.url), grow=lambda: TermFactory.create_batch(9)
        )


class MarkedTests(GlossaryTestCase):
    def test_leads_to_its_place_in_the_glossary(self):
        GlossaryPageFactory()

        page = self.marking()

        assert self.text_of(page) == (
            '<p>Fill in a <a href="/glossary/#coe" data-type="cms.Term" '
            f'data-id="{self.term.pk}">COE</a>.</p>'
        )

    def test_clients_get_a_link_and_the_meaning(self):
        GlossaryPageFactory()
        page = self.marking("certificate")

        answer = self.client.get(f"/api/v2/pages/{page.pk}/?rich_text=tree").json()

        [_before, link, _after] = answer["body"][0]["value"][0]["content"]
        assert link["to"] == {
            "type": "cms.Term",
            "id": self.term.pk,
            "path": "/glossary/#coe",
            "live": True,
        }
        assert link["content"][0]["text"] == "certificate"
        [term] = answer["terms"]
        assert term["expansion"] == "Certificate of Eligibility"

    def test_is_plain_text_without_a_public_glossary(self):
        page = self.marking()
        assert self.text_of(page) == "<p>Fill in a COE.</p>"

        glossary = GlossaryPageFactory()
        assert "data-type" in self.text_of(page)

        glossary.unpublish()
        assert self.text_of(page) == "<p>Fill in a COE.</p>"
        assert public_form(page)["terms"] == []

    def test_is_plain_text_once_the_term_is_deleted(self):
        GlossaryPageFactory()
        page = self.marking()

        self.term.delete()

        assert self.text_of(page) == "<p>Fill in a COE.</p>"

    def test_follows_the_term_and_the_address_of_the_glossary(self):
        glossary = GlossaryPageFactory()
        page = self.marking()

        self.term.definition = "Other words."
        self.term.save()
        assert public_form(page)["terms"][0]["definition"] == "Other words."

        glossary.slug = "words"
        glossary.save()
        assert 'href="/words/#coe"' in self.text_of(page)

    def test_is_told_once_however_often_it_is_marked(self):
        GlossaryPageFactory()
        other = TermFactory(name="Apple")
        text = f"<p>{mark(self.term)} {mark(other)} {mark(self.term)}</p>"

        page = StandardPageFactory(body=[("rich_text", text), ("rich_text", text)])

        assert [t["name"] for t in public_form(page)["terms"]] == ["Apple", "COE"]
        ids = [note["id"] for note in self.notes(page.url)]
        assert ids == [f"term-{other.pk}", f"term-{self.term.pk}"]

    def notes(self, path: str) -> Any:
        page = BeautifulSoup(self.client.get(path).content, "html.parser")
        return page.select(".term__note")

    def test_its_meaning_stands_hidden_on_the_page(self):
        GlossaryPageFactory()
        page = self.marking()

        [note] = self.notes(page.url)

        assert note.has_attr("hidden")
        assert "Certificate of Eligibility" in words(note)
        assert "terms.js" in self.client.get(page.url).content.decode()

    def test_pages_without_one_load_no_script_for_it(self):
        GlossaryPageFactory()
        page = NewsPageFactory()

        assert "terms.js" not in self.client.get(page.url).content.decode()

    def test_a_page_is_not_found_by_what_its_terms_mean(self):
        GlossaryPageFactory()
        page = self.marking()

        assert "written down" not in row("pages", page.pk).search_text


class TranslationTests(GlossaryTestCase):
    def setUp(self):
        super().setUp()
        GlossaryPageFactory()
        self.spanish, _ = Locale.objects.get_or_create(language_code="es")
        self.home.copy_for_translation(self.spanish).save_revision().publish()

    def translated(self, page: Any, **values: Any) -> Any:
        copy = page.copy_for_translation(self.spanish)
        for name, value in values.items():
            setattr(copy, name, value)
        copy.save_revision().publish()
        return type(page).objects.get(pk=copy.pk)

    def test_a_translation_explains_the_term_of_its_own_language(self):
        page = self.translated(self.marking())
        assert self.text_of(page) == "<p>Fill in a COE.</p>"

        glossary = type(self.glossary()).objects.get(pk=self.glossary().pk)
        self.translated(glossary, title="Glosario", slug="glosario")
        assert self.text_of(page) == "<p>Fill in a COE.</p>"

        term = self.term.copy_for_translation(self.spanish)
        term.expansion = "Certificado de Elegibilidad"
        term.save()

        assert f'href="/es/glosario/#coe" data-type="cms.Term" data-id="{term.pk}"' in (
            self.text_of(page)
        )
        [explained] = public_form(page)["terms"]
        assert explained["expansion"] == "Certificado de Elegibilidad"

    def glossary(self) -> Any:
        from cms.models import GlossaryPage

        return GlossaryPage.objects.get(locale__language_code="en")


class CostTests(GlossaryTestCase):
    def test_pages_with_many_terms_are_written_with_as_many_queries(self):
        GlossaryPageFactory()
        terms = TermFactory.create_batch(10)
        page = StandardPageFactory()

        def publish(count: int) -> None:
            text = " ".join(map(mark, terms[:count]))
            page.body = [("rich_text", f"<p>{text}</p>")]
            page.save()

        publish(2)
        publish(4)
        # The tags are rows of their own, written together.
        few = self.queries(lambda: publish(5))
        many = self.queries(lambda: publish(10))
        assert many - few <= 5

    def queries(self, action: Any) -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as found:
            action()
        return len(found)
