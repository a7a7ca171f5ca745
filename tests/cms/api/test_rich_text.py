"""Rich text in answers, as HTML and as a tree."""

from cms.api.caching import dump
from cms.api.rich_text import with_trees
from tests.factories import NewsPageFactory, StoryIndexPageFactory, home_page

from .cases import ApiTestCase

HTML = "<p>Two <b>words</b></p>"
TREE = [
    {
        "type": "paragraph",
        "content": [
            {"type": "text", "text": "Two ", "marks": []},
            {"type": "text", "text": "words", "marks": ["bold"]},
        ],
    }
]
BODY = [
    ("rich_text", HTML),
    ("callout", {"kind": "warning", "heading": "<p>Not this</p>", "text": HTML}),
    ("quote", {"text": "<p>Not this</p>", "attribution": "x"}),
]


class RichTextTests(ApiTestCase):
    def setUp(self):
        self.page = NewsPageFactory(body=BODY, lead="<p>Not this</p>")
        self.path = f"pages/{self.page.pk}/"

    def assert_trees(self, item) -> None:
        text, callout, quote = item["body"]
        assert text["value"] == callout["value"]["text"] == TREE
        assert callout["value"]["heading"] == "<p>Not this</p>"
        assert quote["value"]["text"] == item["lead"] == "<p>Not this</p>"

    def test_is_html_unless_a_tree_is_asked_for(self):
        usual = self.found(self.path)

        assert usual["body"][0]["value"] == usual["body"][1]["value"]["text"] == HTML
        assert self.found(self.path, rich_text="html") == usual

    def test_a_page_with_trees_differs_in_nothing_else(self):
        answer = self.found(self.path, rich_text="tree")

        self.assert_trees(answer)
        usual = self.found(self.path)
        assert {**answer, "body": usual["body"]} == usual

    def test_fields_of_their_own(self):
        index = StoryIndexPageFactory(introduction=HTML)
        home = home_page()
        home.mission = HTML
        home.save()

        for page, name in ((index, "introduction"), (home, "mission")):
            answer = self.found(f"pages/{page.pk}/", rich_text="tree")
            assert answer[name] == TREE

    def test_nothing_written_is_an_empty_tree(self):
        index = StoryIndexPageFactory(introduction="")

        assert self.found(f"pages/{index.pk}/", rich_text="tree")["introduction"] == []

    def test_wherever_bodies_are_sent(self):
        path = self.page.get_url()
        listed = {"type": "news.NewsPage", "rich_text": "tree"}
        (item,) = self.items("pages/", fields="*", **listed)
        (chosen,) = self.items("pages/", fields="body", **listed)
        changes = self.items("changes/", rich_text="tree", type="news.NewsPage")

        self.assert_trees(item)
        self.assert_trees(chosen)
        self.assert_trees(changes[0]["item"])
        self.assert_trees(self.found("pages/find/", html_path=path, rich_text="tree"))

    def test_of_a_block_that_is_sent_in_part(self):
        answer = self.found(self.path, rich_text="tree", fields="_,body(value)")

        assert answer["body"][0] == {"value": TREE}

    def test_cards_are_sent_as_they_are(self):
        usual = self.items("pages/", type="news.NewsPage")

        assert usual == self.items("pages/", type="news.NewsPage", rich_text="tree")

    def test_each_form_has_an_etag_of_its_own(self):
        forms = ({}, {"fields": "*"}, {"rich_text": "tree"})
        forms = (
            *forms,
            {"fields": "_,body"},
            {"fields": "_,body", "rich_text": "tree"},
        )
        etags = [self.ask(self.path, **form)["ETag"] for form in forms]

        assert etags[0] == etags[1]
        assert len(set(etags[1:])) == 4
        again = self.ask(
            self.path, rich_text="tree", headers={"If-None-Match": etags[2]}
        )
        assert again.status_code == 304

    def test_the_changes_go_on_in_the_same_form(self):
        response = self.ask("changes/", rich_text="tree", limit=1)

        assert "rich_text=tree" in response["Link"]

    def test_a_cursor_does_not_belong_to_a_form(self):
        following = self.found("changes/")["meta"]["next"]

        self.found("changes/", cursor=following, rich_text="tree")

    def test_other_forms_are_refused(self):
        for value in ("Tree", "markdown", "tree,html"):
            (error,) = self.refused(self.path, rich_text=value)

            assert error["parameter"] == "rich_text"
            assert error["allowed"] == ["html", "tree"]

    def test_it_costs_no_query(self):
        with self.assertNumQueries(1):
            self.found(self.path, rich_text="tree")


class WithTreesTests(ApiTestCase):
    def test_what_is_not_known_is_left_as_it_is(self):
        value = {"body": [{"type": "other", "value": HTML}], "more": HTML}

        assert dump(with_trees("news.NewsPage", value)) == dump(value)
        assert with_trees("news.NoPage", value) == value
