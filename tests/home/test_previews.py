"""Editors see what they write, before it is complete and before it was ever saved."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client

from cms.blocks import ArticleBlocks
from home.models import ImpactPage, StandardPage
from news.models import NewsPage, StoryPage, WebinarPage
from tests.factories import (
    DocumentLibraryPageFactory,
    ImpactIndexPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StoryIndexPageFactory,
    WebinarIndexPageFactory,
    home_page,
)

LEAST = {
    ImpactPage: {"programme_year": "2019-20", "lead": "Served in 2019-20:"},
    StandardPage: {},
    NewsPage: {"lead": "What is new."},
    StoryPage: {"person": "A. Person", "lead": "How it began."},
    WebinarPage: {"starts_at": "2030-01-02 14:00", "ends_at": "2030-01-02 15:00"},
}
# The script of the form counts the blocks.
NO_BLOCKS = {"body-count": "0", "agenda-count": "0"}
SECTIONS = {
    ImpactPage: ImpactIndexPageFactory,
    StandardPage: home_page,
    NewsPage: NewsIndexPageFactory,
    StoryPage: StoryIndexPageFactory,
    WebinarPage: WebinarIndexPageFactory,
}
LISTS = [
    *(home_page, DocumentLibraryPageFactory, ImpactIndexPageFactory),
    *(NewsIndexPageFactory, StoryIndexPageFactory, WebinarIndexPageFactory),
]
BLOCKS = list(ArticleBlocks().child_blocks)


@pytest.fixture
def client(db) -> Client:
    client = Client()
    user = get_user_model().objects.create_superuser("admin", password="password")
    client.force_login(user)
    return client


def values_of_form(html: bytes) -> dict[str, str]:
    """Return what a browser would send of the page's form, files aside."""
    form = BeautifulSoup(html, "html.parser").select_one("#page-edit-form")
    values = {}
    for field in form.select("input[name], textarea[name]"):
        ticked = field.get("type") not in ("checkbox", "radio") or field.has_attr(
            "checked"
        )
        if ticked:
            values[field["name"]] = field.get("value", field.text.lstrip("\n"))
    for field in form.select("select[name]:not([multiple])"):
        option = field.select_one("option[selected]") or field.select_one("option")
        values[field["name"]] = option["value"] if option else ""
    return values


class PreviewTests:
    @pytest.mark.parametrize("model", SECTIONS, ids=lambda model: model.__name__)
    def test_shows_a_page_that_was_never_saved(self, client, model):
        parent, meta = SECTIONS[model](), model._meta
        url = f"/admin/pages/add/{meta.app_label}/{meta.model_name}/{parent.pk}/"
        values = values_of_form(client.get(url).content)
        values |= {"title": "Never saved", **NO_BLOCKS, **LEAST[model]}

        accepted = client.post(f"{url}preview/", values).json()
        shown = client.get(f"{url}preview/")

        assert accepted == {"is_valid": True, "is_available": True}
        assert shown.status_code == 200
        assert "Never saved" in shown.content.decode()

    @pytest.mark.parametrize("make", LISTS, ids=lambda make: make.__name__)
    def test_shows_a_change_that_was_not_saved(self, client, make):
        page = make()
        url = f"/admin/pages/{page.pk}/edit/"
        values = values_of_form(client.get(url).content) | {"title": "Not saved"}

        accepted = client.post(f"{url}preview/", values).json()
        shown = client.get(f"{url}preview/")

        assert accepted["is_valid"]
        assert "Not saved" in shown.content.decode()
        assert "Not saved" not in client.get(page.url).content.decode()

    @pytest.mark.parametrize("name", BLOCKS)
    def test_shows_a_draft_with_an_empty_block(self, client, name):
        block = ArticleBlocks().child_blocks[name]
        page = NewsPageFactory(live=False, title="Draft")
        page.body = [(name, block.clean_deferred(block.get_default()))]
        page.save_revision()

        shown = client.get(f"/admin/pages/{page.pk}/view_draft/")

        assert shown.status_code == 200
        assert "Draft" in shown.content.decode()
