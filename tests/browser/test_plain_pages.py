"""The pages for what is broken, as browsers show them."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import pytest
from django.utils.translation import override
from playwright.sync_api import Page

from cms.error_pages import html_of
from cms.management.commands.maintenance_page import maintenance_page

PAGES: dict[str, Callable[[str], str]] = {
    **{
        str(status.value): lambda language, status=status: html_of(status, language)
        for status in (
            HTTPStatus.NOT_FOUND,
            HTTPStatus.GONE,
            HTTPStatus.INTERNAL_SERVER_ERROR,
            HTTPStatus.SERVICE_UNAVAILABLE,
        )
    },
    "maintenance": lambda _language: maintenance_page("Results"),
}


class PlainPageTests:
    @pytest.mark.parametrize("name", PAGES)
    @pytest.mark.parametrize("language", ["en", "es"])
    def test_breaks_no_rule_of_wcag_and_scrolls_down_only(
        self, phone: Page, live_server: Any, axe: Any, name: str, language: str
    ) -> None:
        with override(language):
            html = PAGES[name](language)
        # For the style sheet; a page of the site would lend its policy, too.
        base = f'<head><base href="{live_server.url}/">'

        phone.set_content(html.replace("<head>", base))

        assert axe(phone) == []
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360
        assert phone.get_by_role("heading", level=1).count() >= 1
