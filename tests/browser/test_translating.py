"""A page goes into Spanish: an editor translates it, a publisher makes it public."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect
from wagtail.models import Page as WagtailPage

from home.groups import EDITORS, PUBLISHERS
from news.models import NewsPage
from tests.browser.admin import Admin
from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, open_context
from tests.browser.watch import Watch

SLUG = "2017-national-idr-forum-ome-presentations"
TITLE = "Presentaciones de la OME en el foro nacional de 2017"
DESCRIPTION = (
    "Descargue las presentaciones y los folletos del foro nacional de Nueva Orleans."
)
# What wagtail-localize draws: it names a file and a text area nowhere, and its
# headings are pale.
ITS_OWN = ".js-translation-editor"

SignIn = Callable[[str], Admin]


@pytest.fixture(autouse=True)
def site_at_live_server() -> None:
    """Not here: see `demonstration`, which the module puts back at its end."""


@pytest.fixture
def signed_in(browser: Browser, demonstration: Any) -> Iterator[SignIn]:
    """`signed_in(EDITORS)` is somebody of this group, in a window of its own."""
    contexts: list[BrowserContext] = []

    def sign_in(group: str) -> Admin:
        user = get_user_model().objects.create_user(group, password="password")
        user.groups.add(Group.objects.get(name=group))
        contexts.append(open_context(browser, demonstration, DESKTOP))
        admin = Admin(contexts[-1].new_page())
        admin.sign_in(group, "password")
        return admin

    yield sign_in
    for context in contexts:
        context.close()


def edit_path(page: WagtailPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def send_to_translators(admin: Admin, source: WagtailPage) -> None:
    page = admin.page
    page.goto(edit_path(source))
    page.get_by_role("button", name="Actions", exact=True).first.click()
    page.get_by_role("link", name="Translate this page").click()
    assert violations(page) == []
    page.get_by_role("checkbox", name="Español").check()
    page.get_by_role("main").get_by_role("button", name="Submit").click()
    expect(admin.messages).to_contain_text("submitted for translation into Español")


def translate(page: Page, name: str, words: str) -> None:
    """Translate the string below the heading of this name."""
    part = page.locator("li", has=page.get_by_role("heading", name=name, exact=True))
    part.get_by_role("button", name="Translate", exact=True).click()
    part.get_by_role("textbox").fill(words)
    part.get_by_role("button", name="Save").click()
    expect(part).to_contain_text("Translated manually")


def publish(publisher: Admin, draft: WagtailPage) -> None:
    publisher.page.goto(edit_path(draft))
    expect(publisher.page.get_by_role("main")).to_contain_text(TITLE)
    publisher.page.get_by_role("button", name="Publish in Español").click()


class TranslatingTests:
    def test_leads_from_the_english_page_to_the_spanish_site(
        self, signed_in: SignIn, browser: Browser, demonstration: Any
    ) -> None:
        source = NewsPage.objects.get(slug=SLUG)
        editor = signed_in(EDITORS)
        send_to_translators(editor, source)
        watch = Watch(editor.page)
        translate(editor.page, "Title", TITLE)
        translate(editor.page, "Meta description", DESCRIPTION)

        assert watch.console == []
        assert violations(editor.page, without=ITS_OWN) == []
        draft = NewsPage.objects.get(
            translation_key=source.translation_key, locale__language_code="es"
        )
        assert not draft.live
        publishing = editor.page.get_by_role("button", name="Publish in Español")
        expect(publishing).to_have_count(0)

        publisher = signed_in(PUBLISHERS)
        publish(publisher, draft)

        expect(publisher.messages).to_contain_text("in Español with missing")
        draft.refresh_from_db()
        self.everybody_reads_it(browser, demonstration, draft)

    def everybody_reads_it(
        self, browser: Browser, demonstration: Any, page: WagtailPage
    ) -> None:
        context = open_context(browser, demonstration, DESKTOP)
        visitor = context.new_page()
        visitor.goto(f"/news/{SLUG}/")

        visitor.get_by_role("link", name="Español").click()

        expect(visitor.get_by_role("heading", level=1)).to_have_text(TITLE)
        assert visitor.url.endswith(page.get_url())
        assert visitor.evaluate("document.documentElement.lang") == "es"
        description = visitor.locator("meta[name=description]")
        expect(description).to_have_attribute("content", DESCRIPTION)
        context.close()
