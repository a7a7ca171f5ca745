"""The main job of the site: an editor writes, a publisher approves, everybody reads."""

from collections.abc import Iterator
from io import BytesIO
from time import perf_counter
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from documents.models import CustomDocument
from home.groups import EDITORS, PUBLISHERS
from tests.browser.admin import Admin
from tests.browser.conftest import DESKTOP, open_context
from tests.factories import PDF, NewsIndexPageFactory

TITLE = "Two New Answers for Recruiters"
LEAD = "Answers on moves before a school year starts, and on summer terms."
DESCRIPTION = "Two documents answer what recruiters asked about moves and summer terms."
JULY, AUGUST = "Answers & Moves (July).pdf", "Answers & Summer (August).pdf"
ALTERNATIVE_TEXT = "Rows of beets up to the horizon"


def pdf(name: str) -> dict[str, Any]:
    """A file of its own kind: the same bytes twice would be a duplicate."""
    return {
        "name": name,
        "mimeType": "application/pdf",
        "buffer": PDF + f"% {name}\n".encode(),
    }


def png(name: str) -> dict[str, Any]:
    buffer = BytesIO()
    Image.new("RGB", (800, 600), "#7a9466").save(buffer, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": buffer.getvalue()}


@pytest.fixture
def news(transactional_db: None, site_at_live_server: None) -> Any:
    """A section that editors may write in, on a site with a home page."""
    for group in (EDITORS, PUBLISHERS):
        name = group.lower()
        user = get_user_model().objects.create_user(name, password="password")
        user.groups.add(Group.objects.get(name=group))
    return NewsIndexPageFactory(title="News", slug="news")


def signed_in(browser: Browser, live_server: Any, name: str) -> Iterator[Admin]:
    context = open_context(browser, live_server, DESKTOP)
    admin = Admin(context.new_page())
    admin.sign_in(name, "password")
    yield admin
    context.close()


@pytest.fixture
def editor(browser: Browser, live_server: Any, news: Any) -> Iterator[Admin]:
    yield from signed_in(browser, live_server, "editors")


@pytest.fixture
def publisher(browser: Browser, live_server: Any, news: Any) -> Iterator[Admin]:
    yield from signed_in(browser, live_server, "publishers")


def write(editor: Admin) -> None:
    """Write the whole item, from the dashboard on."""
    editor.page.get_by_role("link", name="News item in News").click()
    editor.field("title").fill(TITLE)
    editor.field("search_description").fill(DESCRIPTION)
    editor.field("lead").fill(LEAD)
    editor.choose_image(png("beets.png"), Description=ALTERNATIVE_TEXT)
    for name in (JULY, AUGUST):
        editor.attach(pdf(name), Type="Policy Q&A")


def submit(editor: Admin) -> None:
    editor.do("Submit to Publishers approval")
    expect(editor.messages).to_contain_text("submitted for moderation")


def approve(publisher: Admin) -> None:
    """Open what awaits the publisher, see it and approve it."""
    publisher.page.goto("/admin/")
    publisher.page.get_by_role("link", name=TITLE).click()
    expect(publisher.field("lead")).to_have_value(LEAD)
    publisher.do("Approve and Publish")
    expect(publisher.messages).to_contain_text("is published")


def get(visitor: Page, url: str) -> dict[str, Any]:
    response = visitor.request.get(url)
    assert response.status == 200, f"{url}: {response.text()}"
    return response.json()


class EditorsWayTests:
    def test_leads_from_the_dashboard_to_the_site_and_the_api(
        self, editor: Admin, publisher: Admin, page: Page
    ) -> None:
        began = perf_counter()
        write(editor)
        submit(editor)
        written = perf_counter() - began

        self.nothing_is_public_yet(page)

        began = perf_counter()
        approve(publisher)
        approved = perf_counter() - began

        print(f"\nWritten in {written:.1f} s, approved in {approved:.1f} s of clicks")
        self.the_publisher_is_told(publisher)
        self.the_home_page_and_the_list_show_it(page)
        self.its_page_has_the_files(page)
        self.the_api_sends_it(page)

    def nothing_is_public_yet(self, visitor: Page) -> None:
        visitor.goto("/news/")
        expect(visitor.get_by_text(TITLE)).to_have_count(0)
        for kind in ("pages/?type=news.NewsPage", "documents/?"):
            assert get(visitor, f"/api/v2/{kind}")["items"] == []
        for document in CustomDocument.objects.all():
            assert visitor.request.get(document.path).status == 404
            assert visitor.request.get(document.download_path).status == 404

    def the_publisher_is_told(self, publisher: Admin) -> None:
        for name in (JULY, AUGUST):
            expect(publisher.messages).to_contain_text(name.removesuffix(".pdf"))
        assert CustomDocument.objects.unreleased().count() == 0

    def the_home_page_and_the_list_show_it(self, visitor: Page) -> None:
        for path in ("/", "/news/"):
            visitor.goto(path)
            expect(visitor.get_by_role("link", name=TITLE)).to_be_visible()
            expect(visitor.get_by_role("main")).to_contain_text(LEAD)

    def its_page_has_the_files(self, visitor: Page) -> None:
        visitor.get_by_role("link", name=TITLE).click()

        expect(visitor.get_by_role("heading", level=1)).to_have_text(TITLE)
        expect(visitor.get_by_role("img", name=ALTERNATIVE_TEXT)).to_be_visible()
        for name in (JULY, AUGUST):
            size = len(pdf(name)["buffer"])
            download = f"Download {name} (PDF, {size} bytes)"
            expect(visitor.get_by_role("link", name=download)).to_be_visible()

    def the_api_sends_it(self, visitor: Page) -> None:
        [item] = get(visitor, "/api/v2/pages/?type=news.NewsPage")["items"]
        detail = get(visitor, item["meta"]["detail_url"])

        assert (detail["title"], detail["lead"]) == (TITLE, LEAD)
        assert detail["image"]["alt"] == ALTERNATIVE_TEXT
        assert visitor.request.get(detail["image"]["url"]).status == 200
        assert [f["filename"] for f in detail["attachments"]] == [JULY, AUGUST]
        for file in detail["attachments"]:
            body = visitor.request.get(file["download_url"]).body()
            assert body == pdf(file["filename"])["buffer"]
            assert file["size"] == len(body)
            assert file["media_type"] == "application/pdf"
