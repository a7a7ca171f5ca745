"""What is counted of the queries, and what editors see of it."""

from django.contrib.auth.models import Group, Permission, User
from django.test import TestCase
from django.utils import timezone
from wagtail.contrib.search_promotions.models import SearchPromotion

from search import insight
from search.models import SearchedWords
from tests.factories import HomePageFactory, NewsPageFactory


class InsightCase(TestCase):
    def setUp(self):
        HomePageFactory()
        NewsPageFactory(title="Forum")

    def counted(self) -> dict[str, tuple[int, bool]]:
        insight.flush()
        rows = SearchedWords.objects.all()
        return {row.words: (row.times, row.found_nothing) for row in rows}


class CountingTests(InsightCase):
    def test_how_often_and_whether_anything_was_found(self):
        for query in ("forum", "FORUM ", "zebra"):
            self.client.get("/search/", {"q": query})

        assert self.counted() == {"forum": (2, False), "zebra": (1, True)}

    def test_by_the_month(self):
        self.client.get("/search/", {"q": "forum"})
        self.counted()

        month = SearchedWords.objects.get().month
        assert month == timezone.localdate().replace(day=1)

    def test_queries_of_other_applications(self):
        for _ in range(2):
            self.client.get("/api/v2/search/", {"q": "forum"})

        assert self.counted() == {"forum": (2, False)}

    def test_nothing_that_may_tell_of_a_person(self):
        numbers = ("123-45-6789", "call 5551234567", "555-123-4567", "(555) 123 4567")
        for query in ("ana@example.org", *numbers, "x" * 101):
            self.client.get("/search/", {"q": query})

        assert self.counted() == {}

    def test_numbers_that_documents_have(self):
        self.client.get("/search/", {"q": "omb 1810-0662"})

        assert self.counted() == {"omb 1810-0662": (1, True)}

    def test_the_same_words_from_the_page_and_the_api(self):
        for path in ("/search/", "/api/v2/search/"):
            self.client.get(path, {"q": "ID&R"})

        assert self.counted() == {"id&r": (2, True)}

    def test_no_query_waits_for_it(self):
        self.client.get("/search/", {"q": "forum"})

        assert not SearchedWords.objects.exists()

    def test_pages_and_filters_of_results_are_no_new_question(self):
        for query in (
            {"q": "forum"},
            *({"q": "forum", "page": page} for page in ("1", "2")),
            *({"q": "forum", name: "2000"} for name in ("year", "topic")),
            {"q": "forum", "since": "2030-01-01"},
        ):
            self.client.get("/search/", query)
        for query in (
            *({"q": "forum", name: "2000"} for name in ("year", "offset")),
            {"q": "forum", "date__gte": "2030-01-01"},
        ):
            self.client.get("/api/v2/search/", query)

        assert self.counted() == {"forum": (2, False)}

    def test_many_are_written_down_at_once(self):
        for number in range(30):
            insight.note(f"forum {number}", "en", total=number)
            insight.note(f"kept {number}", "en")

        with self.assertNumQueries(2):
            insight.flush()

        counted = self.counted()
        assert len(counted) == 60
        assert counted["forum 0"] == (1, True)
        assert counted["forum 1"] == counted["kept 0"] == (1, False)

    def test_what_is_kept_changes_nothing_of_what_was_found(self):
        insight.note("zebra", "en", total=0)
        insight.flush()
        insight.note("zebra", "en")

        assert self.counted() == {"zebra": (2, True)}

    def test_adds_to_what_was_counted_before(self):
        for _ in range(2):
            self.client.get("/search/", {"q": "forum"})
            insight.flush()

        assert self.counted() == {"forum": (2, False)}


class ReportTests(InsightCase):
    def setUp(self):
        super().setUp()
        editor = User.objects.create_user("editor", password="editor")
        editor.groups.add(Group.objects.get(name="Editors"))
        self.promotes = Permission.objects.get(codename="add_searchpromotion")
        editor.user_permissions.add(self.promotes)
        self.client.force_login(editor)
        for words, times in (("forum", 3), ("zebra", 9)):
            SearchedWords.objects.create(
                month=timezone.localdate().replace(day=1),
                words=words,
                locale="en",
                times=times,
                found_nothing=words == "zebra",
            )

    def test_lists_the_most_frequent_first(self):
        response = self.client.get("/admin/reports/searched-words/")

        text = response.content.decode()
        assert text.index("zebra") < text.index("forum")

    def test_finds_what_was_looked_for_in_vain(self):
        response = self.client.get("/admin/reports/searched-words/?found_nothing=True")

        self.assertContains(response, "zebra")
        self.assertNotContains(response, ">forum<")

    def test_leads_to_a_promoted_result(self):
        page = self.client.get("/admin/reports/searched-words/")
        self.assertContains(page, "/admin/searchpicks/add/?query_string=zebra")

        form = self.client.get("/admin/searchpicks/add/?query_string=zebra")

        self.assertContains(form, 'value="zebra"')
        assert not SearchPromotion.objects.exists()

    def test_is_exported(self):
        response = self.client.get("/admin/reports/searched-words/?export=csv")

        assert b"zebra,9" in b"".join(response.streaming_content)

    def test_is_for_those_who_may_promote(self):
        User.objects.get(username="editor").user_permissions.clear()

        response = self.client.get("/admin/reports/searched-words/")

        assert response.status_code == 302
