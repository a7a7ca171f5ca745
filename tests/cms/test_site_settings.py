"""What the site says about itself: alert and links."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone
from wagtail.models import Site

from cms.models import SiteSettings
from cms.models.navigation import FooterLink, NavigationLink
from tests.content import refusals
from tests.factories import HomePageFactory, StandardPageFactory


class SettingsTestCase(TestCase):
    def setUp(self):
        HomePageFactory()
        site = Site.objects.get(is_default_site=True)
        self.settings = SiteSettings.for_site(site)

    def front(self) -> str:
        return self.client.get("/").content.decode()

    def save(self, **values):
        for name, value in values.items():
            setattr(self.settings, name, value)
        self.settings.save()


class AlertTests(SettingsTestCase):
    ALERT = {
        "alert_kind": "emergency",
        "alert_heading": "Offices are closed",
        "alert_text": "Call 555-010-0123.",
    }

    def test_needs_a_heading_and_a_text_and_says_which_is_missing(self):
        self.settings.alert_kind = "information"
        self.settings.alert_heading = "Closed"

        errors = refusals(self.settings)

        assert list(errors) == ["alert_text"]
        assert "Enter the text" in errors["alert_text"][0]

    def test_must_end_after_it_starts(self):
        now = timezone.now()
        self.settings.alert_starts_at = self.settings.alert_ends_at = now

        assert "after it starts" in refusals(self.settings)["alert_ends_at"][0]

    def test_stands_on_every_page_while_it_is_on(self):
        page = StandardPageFactory()
        self.save(**self.ALERT)

        for path in ("/", page.url, "/search/"):
            response = self.client.get(path)
            self.assertContains(response, "Offices are closed")
            self.assertContains(response, "Call 555-010-0123.")

    def test_begins_and_ends_by_the_clock(self):
        now, hour = timezone.now(), timedelta(hours=1)
        for starts_at, ends_at, is_shown in (
            (None, None, True),
            (now - hour, now + hour, True),
            (now + hour, None, False),
            (None, now - hour, False),
        ):
            self.save(**self.ALERT, alert_starts_at=starts_at, alert_ends_at=ends_at)

            assert ("Offices are closed" in self.front()) is is_shown


class LinkTests(SettingsTestCase):
    def test_has_a_page_or_an_address_and_not_both(self):
        page = StandardPageFactory()
        address = "https://example.org/"
        for values in ({}, {"page": page, "url": address}):
            link = NavigationLink(settings=self.settings, label="x", **values)

            assert "one of the two" in refusals(link)["url"][0]

    def test_an_address_needs_a_label_that_people_can_read(self):
        link = FooterLink(settings=self.settings, url="https://example.org/")

        assert "label" in refusals(link)["label"][0]

    def test_an_address_cannot_be_a_script(self):
        link = FooterLink(settings=self.settings, label="x", url="javascript:alert(1)")

        assert "url" in refusals(link)

    def test_a_page_without_a_label_is_called_by_its_title(self):
        page = StandardPageFactory(title="About us")
        self.settings.navigation.add(NavigationLink(page=page))
        self.save()

        self.assertInHTML("About us", self.front(), count=None)

    def test_a_link_to_a_draft_is_not_shown(self):
        page = StandardPageFactory(title="Not yet public", live=False)
        self.settings.navigation.add(NavigationLink(page=page, label="Coming soon"))
        self.save()

        assert "Coming soon" not in self.front()


class BannerTests(SettingsTestCase):
    def test_no_site_claims_to_be_official_unless_told(self):
        assert "This is a demonstration site" in self.front()
        assert "official website of the" not in self.front().lower()

        self.save(banner=True)

        assert "This is a demonstration site" not in self.front()
        assert "official website of the" in self.front().lower()
