"""The made-up content is what the site itself would have made, only quicker."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from cms.publishing import audit
from cms.publishing.models import Publication, Resource
from documents.models import CustomDocument
from news.models import NewsPage
from tests.benchmarks.content.files import add_documents, add_images
from tests.benchmarks.content.pages import news_page, page_of
from tests.benchmarks.content.tree import Stock, add_pages, sections

pytestmark = pytest.mark.django_db


@pytest.fixture
def made_up() -> None:
    call_command("demo", stdout=StringIO())
    add_images(3)
    add_documents(12)
    add_pages(20)


class TreeTests:
    def test_has_nothing_that_treebeard_would_mend(self, made_up):
        assert Page.find_problems() == ([], [], [], [], [])

    def test_can_be_added_to_by_the_editor(self, made_up):
        section = Page.objects.get(slug="news-pages-from-0")

        page = section.add_child(instance=NewsPage(title="One", lead="", live=False))

        assert page.url == "/news-pages-from-0/one/"
        assert Page.find_problems() == ([], [], [], [], [])


class PublishedTests:
    def test_each_page_and_document_is_published(self, made_up):
        before = Publication.objects.of(Resource.PAGES).live().count()

        audit.rebuild()

        rows = Publication.objects.live()
        assert rows.of(Resource.PAGES).count() == before + 20
        assert rows.of(Resource.DOCUMENTS).count() == CustomDocument.objects.count()
        assert list(audit.check()) == []

    def test_pages_have_three_to_seven_kilobytes_and_what_belongs_to_them(
        self, made_up
    ):
        audit.rebuild()

        made = Page.objects.filter(slug__startswith="made-up").values("pk")
        rows = Publication.objects.of(Resource.PAGES).filter(object_id__in=made)
        sizes = [len(row.body.encode()) for row in rows]
        facets = set(rows.values_list("facets__name", flat=True))
        assert 3000 < min(sizes) < sum(sizes) / len(sizes) < 7000
        assert {"ancestor", "category", "document", "topic"} <= facets

    def test_each_is_drawn(self, made_up):
        audit.rebuild()

        for page in Page.objects.filter(slug__endswith="0", slug__startswith="made"):
            assert Client().get(page.url).status_code == 200


class NumberTests:
    def test_sections_hold_two_thousand_at_most(self):
        sizes = [len(section.numbers) for section in sections(20_000)]

        assert (sum(sizes), max(sizes), len(sizes)) == (20_000, 2000, 10)

    def test_a_number_always_gives_the_same_page(self):
        stock = Stock(images=[1], documents=[1], topics=[1])

        first, second = (page_of(news_page, 7, stock) for _ in range(2))

        assert first.title == second.title
        assert first.body.raw_data[0] == second.body.raw_data[0]
