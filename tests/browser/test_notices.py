"""What stands above and below every page at an official address, in an emergency."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import LazySettings
from playwright.sync_api import Browser, Page, expect
from wagtail.models import Site

from cms.models import SiteSettings
from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, open_context
from tests.browser.keyboard import walk
from tests.browser.test_keyboard import press
from tests.browser.tour import states
from tests.factories import HomePageFactory

OFFICIAL = "results.example.gov"


@pytest.fixture
def official(
    browser: Browser, live_server: Any, settings: LazySettings
) -> Iterator[Page]:
    """The home page at an address of the government, with an alert of a kind."""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, OFFICIAL]
    HomePageFactory()
    site = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    site.banner, site.agency_name = True, "Example Agency"
    site.alert_kind, site.alert_heading = "emergency", "Offices are closed"
    site.alert_text = "Call 555-010-0123."
    site.save()
    context = open_context(browser, live_server, DESKTOP)
    page = context.new_page()
    page.goto(f"http://{OFFICIAL}:{urlsplit(live_server.url).port}/")
    yield page
    context.close()


class OfficialTests:
    def test_breaks_no_rule_of_wcag_in_any_state(self, official: Page) -> None:
        summary = official.get_by_text("Here’s how you know")
        expect(summary).to_be_visible()

        broken = {state: violations(official) for state in states(official)}

        assert {state: rules for state, rules in broken.items() if rules} == {}
        assert len(broken) == 8

    def test_is_opened_and_read_by_keyboard(self, official: Page) -> None:
        guidance = official.get_by_text("Secure .gov websites use HTTPS")
        assert not guidance.is_visible()
        assert walk(official).unseen == []

        press(official, "An official website of the United States government")

        expect(guidance).to_be_visible()

    def test_information_is_as_readable_as_an_emergency(self, official: Page) -> None:
        site = SiteSettings.objects.get()
        site.alert_kind = "information"
        site.save()

        official.reload()

        expect(official.locator(".usa-site-alert--info")).to_be_visible()
        broken = {state: violations(official) for state in states(official)}
        assert {state: rules for state, rules in broken.items() if rules} == {}
