"""The API's documentation, drawn by its script in a browser."""

import json

from playwright.sync_api import Page, expect

from tests.browser.watch import Watch, host_of


class ApiDocumentationTests:
    def test_shows_every_operation_without_another_host(self, page: Page) -> None:
        watch = Watch(page)
        schema = json.loads(page.request.get("/api/v2/openapi.json").body())

        page.goto("/api/v2/docs/")

        operations = page.locator(".opblock")
        expect(operations).to_have_count(
            sum(len(methods) for methods in schema["paths"].values())
        )
        for path in schema["paths"]:
            expect(operations.get_by_text(path, exact=True).first).to_be_visible()
        assert watch.console == []
        assert watch.hosts == {host_of(page)}

    def test_an_operation_opens_and_can_be_tried(self, page: Page) -> None:
        page.goto("/api/v2/docs/")

        page.locator(".opblock-summary-control").first.click()
        page.get_by_role("button", name="Try it out").click()
        page.get_by_role("button", name="Execute").click()

        status = page.locator(".live-responses-table tbody .response-col_status")
        expect(status).to_have_text("200")

    def test_an_open_operation_is_no_wider_than_a_phone(self, phone: Page) -> None:
        phone.goto("/api/v2/docs/")

        for name in ("getIndex", "listPages", "listChanges"):
            operation = phone.locator(f"[id$='-{name}']")
            operation.locator(".opblock-summary-control").click()
            expect(operation.locator(".responses-table").first).to_be_visible()

        width = phone.evaluate("document.documentElement.scrollWidth")
        assert width <= phone.viewport_size["width"]  # type: ignore[index]
