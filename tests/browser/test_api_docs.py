"""The API's documentation in a browser: it shows, it tries, and it calls nobody."""

from typing import Any

from playwright.sync_api import Page, expect

DOCS = "/api/v2/docs/"


def complaints_of(page: Page) -> list[str]:
    """Return a list that grows with whatever the browser complains about."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


class ApiDocsTests:
    def test_shows_every_endpoint_without_complaint(self, page: Page):
        complaints = complaints_of(page)

        page.goto(DOCS)

        expect(page.get_by_text("/api/v2/pages/find/")).to_be_visible()
        expect(page.locator(".opblock")).to_have_count(8)
        assert complaints == []

    def test_asks_this_site_alone(self, page: Page, live_server: Any):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))

        page.goto(DOCS, wait_until="networkidle")

        ours = (live_server.url, "data:")
        assert [url for url in asked if not url.startswith(ours)] == []

    def test_a_call_can_be_tried(self, page: Page):
        complaints = complaints_of(page)
        page.goto(DOCS)

        page.get_by_role(
            "button", name="GET /api/v2/images/", exact=False
        ).first.click()
        page.get_by_role("button", name="Try it out").click()
        page.get_by_role("button", name="Execute").click()

        expect(page.locator(".live-responses-table")).to_contain_text("total_count")
        assert complaints == []
