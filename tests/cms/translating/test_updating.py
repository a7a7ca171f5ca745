"""A translation, and what has the place of one, when its source has changed."""

import json

from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.test import Client

from cms.publishing.models import Publication
from home.groups import EDITORS
from tests.cms.sharing.head import head_of
from tests.factories import (
    NewsPageFactory,
    StandardPageFactory,
    TopicFactory,
)

from .cases import TranslatingTestCase


class UpdatingTests(TranslatingTestCase):
    def setUp(self):
        super().setUp()
        self.page = NewsPageFactory(title="Old", lead="Old lead")
        self.translated = self.published_in_spanish(self.page)

    def update(self, **data):
        url = f"/admin/localize/update/{self.translation(self.page).source_id}/"
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(url, data)

    def change(self, **values):
        for name, value in values.items():
            setattr(self.page, name, value)
        self.page.save_revision().publish()

    def test_brings_what_is_new_to_the_translators_alone(self):
        self.change(lead="New lead")
        before = self.row(self.translated).sequence

        self.update()

        assert self.row(self.translated).sequence == before
        segments = self.translation(self.page).source.stringsegment_set
        assert segments.filter(string__data="New lead").exists()

    def test_topics_stay_those_of_the_source(self):
        first, second = TopicFactory(name="First"), TopicFactory(name="Second")
        for topics in ([first], [first, second], [second]):
            self.change(topics=topics)

            self.update(publish_translations="on")

            found = json.loads(self.row(self.translated).body)["topics"]
            assert [topic["name"] for topic in found] == [t.name for t in topics]

    def test_publishes_when_told_to(self):
        self.change(lead="New lead")

        self.update(publish_translations="on")

        assert json.loads(self.row(self.translated).body)["lead"] == "New lead"

    def test_does_not_publish_for_who_may_not(self):
        self.change(lead="New lead")
        self.client.logout()
        self.sign_in(EDITORS)

        self.update(publish_translations="on")

        assert json.loads(self.row(self.translated).body)["lead"] == "Old lead"

    def test_tells_of_what_is_incomplete_and_publishes_nothing(self):
        # A new description has no translation yet, and this one is too short.
        text = "A description that is long enough to be published in English."
        self.change(search_description=text, lead="New lead")
        self.update()
        self.translate(self.page, {text: "Corta."})

        response = self.update(publish_translations="on")

        assert response.status_code == 302
        told = [str(message) for message in get_messages(response.wsgi_request)]
        assert any("was not published" in message for message in told)
        assert json.loads(self.row(self.translated).body)["lead"] == "Old lead"

    def test_what_is_no_longer_translated_is_edited_as_any_page(self):
        translation = self.translation(self.page)
        self.client.post(f"/admin/localize/translate/{translation.pk}/disable/")

        response = self.client.get(self.edit_url(self.translated))

        assert "form" in response.context
        assert "restart" in response.content.decode()


class AliasTests(TranslatingTestCase):
    """Pages that a tree shows from another one until somebody translates them."""

    def setUp(self):
        super().setUp()
        self.published_in_spanish(self.home)
        self.page = StandardPageFactory(title="In English")
        self.alias = self.page.copy_for_translation(self.spanish, alias=True)

    def test_an_alias_is_in_the_log_and_follows_its_source(self):
        assert self.row(self.alias).title == "In English"

        self.page.title = "Changed"
        self.page.save_revision().publish()

        assert self.row(self.alias).title == "Changed"

    def test_an_alias_says_that_it_is_in_english(self):
        page = BeautifulSoup(self.visit(self.alias), "html.parser")

        body = json.loads(self.row(self.alias).body)
        assert (body["meta"]["locale"], body["meta"]["language"]) == ("es", "en")
        assert (page.html["lang"], page.main["lang"]) == ("es", "en")
        # What surrounds the words within is in their language, too.
        assert page.main.find("nav", class_="usa-breadcrumb")["aria-label"] == (
            "Breadcrumbs"
        )
        head = head_of(self.alias.url)
        assert head.canonical == f"http://localhost{self.page.url}"
        assert head.thing("WebPage")["inLanguage"] == "en"

    def test_lists_and_search_engines_are_told_so(self):
        page = NewsPageFactory(title="News in English")
        section = self.published_in_spanish(page.get_parent().specific)
        alias = page.copy_for_translation(self.spanish, alias=True)

        assert head_of(alias.url).thing("NewsArticle")["inLanguage"] == "en"
        listed = BeautifulSoup(self.visit(section), "html.parser").main.article

        assert listed.find("h2", string="News in English")["lang"] == "en"
        assert listed.find("p")["lang"] == "en"

    def test_an_alias_is_no_translation(self):
        assert json.loads(self.row(self.page).body)["translations"] == []
        for page in (self.page, self.alias):
            assert "hreflang=" not in self.visit(page).partition("</head>")[0]
        sitemap = self.client.get("/sitemap.xml").text
        assert f"<loc>http://localhost{self.page.url}</loc>" in sitemap
        assert self.alias.url not in sitemap

    def test_translating_an_alias_makes_it_one(self):
        translated = self.published_in_spanish(self.page)

        assert translated.pk == self.alias.pk
        assert json.loads(self.row(translated).body)["meta"]["language"] == "es"
        [link] = json.loads(self.row(self.page).body)["translations"]
        assert link["id"] == translated.pk
        page = self.visit(translated)
        assert 'hreflang="es"' in page.partition("</head>")[0]
        assert BeautifulSoup(page, "html.parser").main.get("lang") is None
        assert translated.url in self.client.get("/sitemap.xml").text

    def visit(self, page):
        return Client().get(page.url).text

    def test_translating_it_makes_it_a_page_of_its_own(self):
        self.published_in_spanish(self.page)

        self.page.title = "Changed"
        self.page.save_revision().publish()

        assert self.row(self.alias).title == "In English"
        assert Publication.objects.filter(title="Changed").count() == 1

    def test_who_may_not_publish_makes_no_alias_of_a_draft(self):
        page = NewsPageFactory()
        self.submit(page)
        draft = self.in_spanish(page)
        self.client.logout()
        self.sign_in(EDITORS)

        self.client.post(f"/admin/localize/page/{draft.pk}/convert_to_alias/")

        draft.refresh_from_db()
        assert not draft.live
        assert self.row(draft) is None
