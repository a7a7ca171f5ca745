"""A page is sent to translators."""

import json

from wagtail.models import Page

from home.groups import EDITORS
from tests.factories import (
    DocumentLibraryPageFactory,
    ImpactIndexPageFactory,
    ImpactPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    WebinarIndexPageFactory,
    WebinarPageFactory,
)

from .cases import TranslatingTestCase


class SubmittingTests(TranslatingTestCase):
    def test_begins_with_a_draft(self):
        page = NewsPageFactory(title="News of today")

        response = self.submit(page)

        draft = self.in_spanish(page)
        assert response.url == self.edit_url(draft)
        assert not draft.live
        assert self.row(draft) is None

    def test_every_type_of_page_opens_in_the_editor(self):
        factories = (
            *(ImpactIndexPageFactory, ImpactPageFactory, NewsIndexPageFactory),
            *(NewsPageFactory, StoryIndexPageFactory, StoryPageFactory),
            *(WebinarIndexPageFactory, WebinarPageFactory, StandardPageFactory),
            DocumentLibraryPageFactory,
        )
        for page in (self.home, *(factory() for factory in factories)):
            with self.subTest(type(page).__name__):
                self.submit(page)

                response = self.client.get(self.edit_url(self.in_spanish(page)))

                assert response.status_code == 200
                props = json.loads(response.context["props"])
                assert page.title in [s.get("source") for s in props["segments"]]

    def test_asks_for_the_page_above_first(self):
        page = NewsPageFactory()

        response = self.submit_alone(page)

        assert "“News”, which is not in Español yet" in self.message(response)
        assert Page.objects.filter(locale=self.spanish).count() == 0

    def test_is_for_those_who_may_edit_the_page(self):
        news, about = NewsPageFactory(), StandardPageFactory()
        self.submit(news.get_parent())
        self.client.logout()
        self.sign_in(EDITORS)

        assert self.submit(about).status_code == 302
        assert not Page.objects.filter(
            translation_key=about.translation_key, locale=self.spanish
        ).exists()
        self.submit(news)
        assert self.in_spanish(news).pk != news.pk
