"""The library's page: what it lists, and what it says around its list."""

from datetime import date

from documents.models import CustomDocument
from tests.assertions import assert_same_queries
from tests.factories import DocumentFactory, give_text

from .cases import FiledTestCase, LibraryTestCase, spanish_library

HOSTILE = ("nothing", "\0", "'", "-1", "9" * 400, "<script>", "\u202e", "%00", "a,b")


class ListTests(LibraryTestCase):
    def test_shows_released_documents_newest_first(self):
        DocumentFactory(title="Old", document_date=date(2003, 10, 23))
        DocumentFactory(title="New", document_date=date(2017, 3, 1))
        DocumentFactory(title="Secret", released_at=None)

        assert self.titles() == ["New", "Old"]

    def test_stands_in_the_order_that_is_asked_for(self):
        DocumentFactory(title="B", document_date=date(2003, 10, 23))
        DocumentFactory(title="A", document_date=date(2017, 3, 1))
        DocumentFactory(title="C", document_date=date(2010, 10, 1))

        assert self.titles(sort="newest") == ["A", "C", "B"]
        assert self.titles(sort="oldest") == ["B", "C", "A"]
        assert self.titles(sort="title") == ["A", "B", "C"]

    def test_leaves_out_what_is_withdrawn_or_superseded(self):
        DocumentFactory(title="Current")
        DocumentFactory(title="Review", status="under_review")
        DocumentFactory(title="Superseded", status="superseded")
        DocumentFactory(
            title="Withdrawn", status="withdrawn", status_explanation="Wrong."
        )

        assert set(self.titles()) == {"Current", "Review"}
        assert self.titles(status="under_review") == ["Review"]
        assert self.titles(status="superseded") == ["Superseded"]
        assert set(self.titles(status="all")) == {"Current", "Review", "Superseded"}

    def test_goes_on_on_further_pages(self):
        for number in range(23):
            DocumentFactory(title=f"{number:02}")

        first, second = self.titles(sort="title"), self.titles(sort="title", page="2")

        assert [*first, *second] == [f"{number:02}" for number in range(23)]
        assert len(first) == 20
        assert self.titles(sort="title", page="nonsense") == first
        assert self.titles(sort="title", page="999") == second

    def test_keeps_what_is_asked_for_in_links_to_further_pages(self):
        for _ in range(21):
            DocumentFactory(document_type="form")

        self.assertContains(
            self.get(type="form", sort="title"), 'href="?type=form&amp;sort=title&amp;'
        )

    def test_queries_do_not_grow_with_the_list(self):
        DocumentFactory()

        assert_same_queries(self.get, grow=lambda: DocumentFactory.create_batch(19))

    def test_queries_do_not_grow_with_what_is_chosen(self):
        DocumentFactory(document_type="form", fiscal_year=2016)

        def ask():
            self.get(q="a", type=["form", "report"], year="2016", status="all")

        assert_same_queries(ask, grow=lambda: DocumentFactory.create_batch(19))

    def test_is_kept_until_something_is_published(self):
        DocumentFactory(title="Old")
        first = self.get(status="all")
        known = {"If-None-Match": first["ETag"]}

        again = self.client.get(f"{self.library.url}?status=all", headers=known)
        DocumentFactory(title="New")
        changed = self.client.get(f"{self.library.url}?status=all", headers=known)

        assert again.status_code == 304
        assert changed.status_code == 200
        self.assertContains(changed, "New")


class WordsTests(FiledTestCase):
    def test_are_all_looked_for_in_any_case(self):
        assert self.titles(q="SCHOOL moves") == ["July"]
        assert self.titles(q="school nowhere") == []

    def test_belong_together_in_quotation_marks(self):
        assert self.titles(q='"school year"') == ["July"]
        assert self.titles(q='"year school"') == []

    def test_are_found_in_any_form(self):
        assert self.titles(q="schools moving") == ["July"]

    def test_end_with_a_quotation_mark_that_is_not_closed(self):
        assert self.titles(q='"school') == ["July"]

    def test_must_not_be_there_after_a_hyphen(self):
        assert self.titles(q="form -old", status="all") == ["Form"]

    def test_may_be_one_or_the_other(self):
        assert set(self.titles(q="school OR guia")) == {"July", "Guía"}

    def test_are_found_in_files(self):
        give_text(CustomDocument.objects.get(title="Form"), "Nothing.", "Sugar beets.")

        assert self.titles(q="beet") == ["Form"]
        assert self.titles(q="beet", year="2017") == []
        assert self.shelf(q="beet").counts.of("type") == {"form": 1}

    def test_put_the_best_first_unless_another_order_is_asked_for(self):
        for title, summary, day in (
            ("Beets", "", date(2015, 1, 1)),
            ("Newer", "Of beets.", date(2018, 1, 1)),
        ):
            DocumentFactory(title=title, summary=summary, document_date=day)

        assert self.titles(q="beets") == ["Beets", "Newer"]
        assert self.titles(q="beets", sort="newest") == ["Newer", "Beets"]
        assert self.shelf(q="beets").orders[0].label == "Best match"
        assert self.shelf().orders[0].label == "Newest"
        assert self.titles(sort="best") == self.titles()

    def test_that_are_mistyped_are_mended_and_said_to_be(self):
        response = self.get(q="schol")

        assert [item.title for item in response.context["items"]] == ["July"]
        self.assertContains(
            response, "Nothing found for “schol”. The list shows “school”."
        )
        assert self.shelf(q="schol").csv_address == "/documents/?q=school&format=csv"

    def test_are_refused_with_an_explanation_where_there_are_too_many(self):
        response = self.get(q="a" * 201)

        assert len(response.context["items"]) == 3
        self.assertContains(response, "up to 200 characters")

    def test_that_are_none_are_said_to_be(self):
        for text in ("%", "_", "\\", '"', "-form", "OR"):
            response = self.get(q=text)
            assert len(response.context["items"]) == 3, text
            self.assertContains(response, "There is no word to look for in")

    def test_mean_nothing_to_the_database(self):
        for text in ("' OR 1=1 --", "x:*", "NEAR(x y)", "\0x", "title : form"):
            assert self.titles(q=text) == [], text


class FilterTests(FiledTestCase):
    def test_each_narrows_the_list(self):
        assert self.titles(type="form") == ["Form"]
        assert self.titles(series="qas") == ["July"]
        assert self.titles(topic="eligibility") == ["July"]
        assert self.titles(year="2016") == ["Form"]
        assert self.titles(language="es") == ["Guía"]

    def test_several_narrow_it_together(self):
        assert self.titles(type="policy_qa", year="2017") == ["July"]
        assert self.titles(type="policy_qa", year="2016") == []

    def test_several_values_of_one_widen_it(self):
        assert set(self.titles(type=["form", "policy_qa"])) == {"Form", "July"}
        assert self.titles(type=["form", "policy_qa"], year="2016") == ["Form"]

    def test_ignore_unknown_values_and_say_so(self):
        for name in ("type", "series", "topic", "year", "language", "status", "sort"):
            for value in HOSTILE:
                response = self.get(**{name: value})
                assert response.status_code == 200, (name, value)
                assert len(response.context["items"]) == 3, (name, value)
                assert response.context["library"].message, (name, value)

    def test_keep_the_known_values_beside_unknown_ones(self):
        response = self.get(type=["form", "nothing"])

        assert [item.title for item in response.context["items"]] == ["Form"]
        self.assertContains(response, "No document is filed under “nothing”.")

    def test_do_not_know_what_only_unreleased_documents_have(self):
        DocumentFactory(document_type="report", fiscal_year=2018, released_at=None)

        response = self.get(year="2018")

        assert response.context["library"].question.values == {}


class ChosenTests(FiledTestCase):
    def test_can_be_taken_back_one_by_one(self):
        shelf = self.shelf(q="school", type=["policy_qa", "form"], status="all")

        assert [(way.label, way.address) for way in shelf.chips] == [
            ("Words: school", "/documents/?type=policy_qa&type=form&status=all"),
            ("Type: Policy Q&A", "/documents/?q=school&type=form&status=all"),
            ("Type: Form", "/documents/?q=school&type=policy_qa&status=all"),
            ("Status: All", "/documents/?q=school&type=policy_qa&type=form"),
        ]

    def test_are_called_by_their_names(self):
        shelf = self.shelf(series="qas", topic="eligibility", year="2017")

        labels = [way.label for way in shelf.chips]
        assert labels == [
            "Series: Policy Q&As",
            "Topic: Eligibility",
            "Fiscal year: 2017",
        ]

    def test_can_be_taken_back_all_at_once(self):
        self.assertContains(self.get(type="form"), "Clear all")
        self.assertNotContains(self.get(), "Clear all")

    def test_stay_when_the_order_changes(self):
        orders = self.shelf(type="form", sort="title").orders

        assert [(way.label, way.address, way.is_current) for way in orders] == [
            ("Newest", "/documents/?type=form", False),
            ("Oldest", "/documents/?type=form&sort=oldest", False),
            ("Title", "/documents/?type=form&sort=title", True),
        ]

    def test_are_ticked_in_the_form(self):
        self.assertContains(
            self.get(type="form"),
            '<input type="checkbox" name="type" value="form" checked>',
            html=True,
        )


class NothingFoundTests(FiledTestCase):
    def test_tells_what_to_do(self):
        response = self.get(q="nowhere", type="form")

        self.assertContains(response, "No document fits all of this")
        self.assertContains(response, "Check the spelling")
        self.assertContains(response, "Show all documents")

    def test_tells_of_documents_of_another_status(self):
        response = self.get(q='"old form"')

        self.assertContains(response, "Show 1 document of another status")
        self.assertContains(response, "?q=%22old+form%22&amp;status=all")

    def test_of_an_empty_library_says_that_it_is_empty(self):
        for document in CustomDocument.objects.all():
            document.status, document.status_explanation = "withdrawn", "Wrong."
            document.save()

        self.assertContains(self.get(), "No document has been released yet.")


class WaysOnTests(FiledTestCase):
    def test_lead_to_the_same_list_in_the_api(self):
        for asked in (
            {},
            {"type": ["form", "policy_qa"], "sort": "title"},
            {"q": '"school year"', "status": "all", "sort": "oldest"},
            {"series": "qas", "topic": "eligibility", "year": "2017"},
            {"language": "es", "status": "current"},
        ):
            answer = self.client.get(self.shelf(**asked).api_address)
            assert answer.status_code == 200, answer.content
            titles = [item["title"] for item in answer.json()["items"]]
            assert titles == self.titles(**asked), asked

    def test_lead_to_the_feeds(self):
        response = self.get()

        self.assertContains(
            response,
            '<link rel="alternate" type="application/atom+xml" '
            'title="Documents (Atom)" href="/documents/feed.atom">',
            html=True,
        )


class SpanishTests(LibraryTestCase):
    def test_speaks_spanish_and_leads_to_spanish_feeds(self):
        spanish = spanish_library(self.library)
        DocumentFactory(document_type="form", document_date=date(2017, 7, 1))

        response = self.client.get(f"{spanish.url}?type=form")

        for words in ("Tipo: Formulario", "1 documento", "1 de julio de 2017"):
            self.assertContains(response, words)
        self.assertContains(response, 'href="/es/documents/feed.rss"')
