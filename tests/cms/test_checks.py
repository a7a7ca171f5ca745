"""Conventions that `manage.py check` tells of."""

from unittest import mock

from django.test import SimpleTestCase

from cms import checks
from cms.publishing.registry import published_types
from news.models import NewsIndexPage, NewsPage


class PageTypesHaveSchemasTests(SimpleTestCase):
    def test_all_of_ours_have(self):
        assert checks.page_types_have_schemas() == []

    def test_one_without_is_named_with_what_to_do(self):
        others = [known for known in published_types() if known.model is not NewsPage]
        with mock.patch("cms.checks.published_types", return_value=others):
            [error] = checks.page_types_have_schemas()

        assert (error.id, error.obj) == ("cms.E001", NewsPage)
        assert "news/api.py: @publishes(NewsPage, card=...)" in error.hint


class IndexPagesListATypeTests(SimpleTestCase):
    def test_all_of_ours_do(self):
        assert checks.index_pages_list_a_type() == []

    def test_a_list_of_nothing_is_named(self):
        with mock.patch.object(NewsIndexPage, "listed_type", "news.Nothing"):
            [error] = checks.index_pages_list_a_type()

        assert (error.id, error.obj) == ("cms.E002", NewsIndexPage)
