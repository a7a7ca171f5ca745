"""What the site says about itself: alert and links."""

from datetime import timedelta
from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import TestCase, override_settings
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale, Site

from cms.models import RequiredLink, SettingsTranslation, SiteSettings
from cms.models.navigation import FooterLink, NavigationLink, Subject
from home.models import HomePage
from tests.content import at, refusals, words
from tests.contracts.page import without_signs
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

    def test_page_api_and_age_of_the_answer_agree(self):
        now, minute = timezone.now(), timedelta(minutes=1)
        begins, ends = now + minute, now + 2 * minute
        self.save(**self.ALERT, alert_starts_at=begins, alert_ends_at=ends)
        second = timedelta(seconds=1)

        for moment, is_shown, age in (
            (begins - 5 * second, False, 4),
            (begins + second, True, 58),
            (ends - 5 * second, True, 4),
            (ends + second, False, 60),
        ):
            with at(moment):
                answer = self.client.get("/api/v2/site/")
                page = self.client.get("/")
            assert bool(answer.json()["alert"]) is is_shown, moment
            assert ("Offices are closed" in page.content.decode()) is is_shown, moment
            left = int(answer["Cache-Control"].partition("max-age=")[2])
            assert age <= left <= age + 1, (moment, left)
            assert "must-revalidate" in page["Cache-Control"]

    def test_a_kept_page_is_not_shown_past_the_alert(self):
        now, minute = timezone.now(), timedelta(minutes=1)
        self.save(**self.ALERT, alert_ends_at=now + minute)
        kept = self.client.get("/")

        with at(now + 2 * minute):
            again = self.client.get("/", headers={"If-None-Match": kept["ETag"]})

        assert again.status_code == 200
        assert "Offices are closed" not in again.content.decode()


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


OFFICIAL = "official website of the united states government"
HOSTS = ["results.example.gov", "results.example.mil", "example.org", "x.gov.org"]


@override_settings(ALLOWED_HOSTS=HOSTS)
class BannerTests(SettingsTestCase):
    def front_at(self, host: str) -> str:
        return self.client.get("/", headers={"host": host}).content.decode()

    def test_no_site_claims_to_be_official_unless_told(self):
        front = self.front_at("results.example.gov")

        assert "This is a demonstration site" in front
        assert OFFICIAL not in front.lower()

    def test_an_official_site_says_so_at_its_own_address_alone(self):
        self.save(banner=True)

        for host in ("results.example.gov", "results.example.mil"):
            assert OFFICIAL in self.front_at(host).lower(), host
            assert "This is a demonstration site" not in self.front_at(host), host
        for host in ("example.org", "x.gov.org"):
            assert OFFICIAL not in self.front_at(host).lower(), host
            assert "This is a demonstration site" in self.front_at(host), host

    def test_its_words_are_those_of_the_domain(self):
        self.save(banner=True)

        assert "Official websites use .gov" in self.front_at("results.example.gov")
        assert "Secure .mil websites use HTTPS" in self.front_at("results.example.mil")

    def test_the_identifier_says_the_same(self):
        self.save(banner=True, agency_name="Example Agency")

        official = self.front_at("results.example.gov")
        copy = self.front_at("example.org")

        assert "An official website of" in official
        assert "Visit USA.gov" in official
        assert "A program of" in copy
        assert "USA.gov" not in copy


class RequiredLinkTests(SettingsTestCase):
    def labels(self, path: str = "/") -> list[str]:
        page = BeautifulSoup(self.client.get(path).content, "html.parser")
        links = without_signs(page).select(".usa-identifier__required-link")
        return [words(link) for link in links]

    def test_a_subject_names_the_link_in_the_language_of_the_reader(self):
        for subject in Subject:
            self.settings.required_links.add(
                RequiredLink(subject=subject, url="https://example.org/")
            )
        self.save()
        locale, _ = Locale.objects.get_or_create(language_code="es")
        translation = HomePage.objects.get().copy_for_translation(locale)
        translation.save_revision().publish()

        english, spanish = self.labels(), self.labels(translation.url)

        with override("en"):
            assert english == [str(subject.label) for subject in Subject]
        assert "FOIA requests" in english
        assert "Política de privacidad" in spanish
        assert not set(english) & set(spanish)

    def test_a_label_of_ones_own_stands_in_place_of_it(self):
        link = RequiredLink(
            subject="about", label="About us", url="https://example.org/"
        )
        self.settings.required_links.add(link)
        self.save()

        assert self.labels() == ["About us"]

    def test_an_address_needs_no_label_where_it_has_a_subject(self):
        link = RequiredLink(
            settings=self.settings, subject="foia", url="https://example.org/"
        )

        assert "label" not in refusals(link)


class TranslationTests(SettingsTestCase):
    def setUp(self):
        super().setUp()
        locale, _ = Locale.objects.get_or_create(language_code="es")
        copy = HomePage.objects.get().copy_for_translation(locale)
        copy.save_revision().publish()

    def site(self, locale: str) -> dict[str, Any]:
        return self.client.get("/api/v2/site/", {"locale": locale}).json()

    def test_readers_of_another_language_get_the_words_in_it(self):
        spanish = {"language": "es", "tagline": "Para todos"}
        self.settings.translations = [SettingsTranslation(**spanish)]
        self.save(tagline="For all")

        assert self.site("en")["tagline"] == "For all"
        assert self.site("es")["tagline"] == "Para todos"
        self.assertContains(self.client.get("/es/"), "Para todos")

    def test_each_text_says_its_language_in_html(self):
        spanish = {"language": "es", "tagline": "Para todos", "contact_name": "Ayuda"}
        self.settings.translations = [SettingsTranslation(**spanish)]
        self.save(
            tagline="For all",
            demonstration_notice="A sample",
            contact_name="Help",
            agency_name="Agency",
        )

        assert self.site("en")["untranslated"] == []
        found = self.site("es")
        assert found["untranslated"] == ["demonstration_notice", "agency_name"]
        assert found["contact"]["name"] == "Ayuda"
        page = BeautifulSoup(self.client.get("/es/").content, "html.parser")
        english = {each.get_text(strip=True) for each in page.select("body [lang=en]")}
        assert {"A sample", "Agency"} <= english
        assert english.isdisjoint({"Para todos", "Ayuda"})
        page = BeautifulSoup(self.client.get("/").content, "html.parser")
        assert page.select("main [lang=en], footer [lang=en]") == []

    def test_an_alert_that_is_not_translated_says_its_language(self):
        self.save(**AlertTests.ALERT)

        assert self.site("es")["alert"]["language"] == "en"
        page = BeautifulSoup(self.client.get("/es/").content, "html.parser")
        assert page.select_one(".usa-site-alert [lang=en]")

    def test_a_translated_alert(self):
        words = {"alert_heading": "Cerrado", "alert_text": "Llame mañana."}
        translation = SettingsTranslation(language="es", **words)
        self.settings.translations = [translation]
        self.save(**AlertTests.ALERT)

        found = self.site("es")["alert"]

        assert (found["heading"], found["language"]) == ("Cerrado", "es")
        self.assertContains(self.client.get("/es/"), "Llame mañana.")
        assert self.site("en")["alert"]["heading"] == "Offices are closed"

    def test_heading_and_text_of_an_alert_go_together(self):
        half = SettingsTranslation(
            settings=self.settings, language="es", alert_heading="Cerrado"
        )

        assert "or neither" in refusals(half)["alert_text"][0]


class AdminTests(SettingsTestCase):
    def test_the_form_offers_all_of_it(self):
        user = get_user_model().objects.create_superuser("admin", password="x")
        self.client.force_login(user)

        response = self.client.get(f"/admin/settings/cms/sitesettings/{self.site_pk}/")

        assert response.status_code == 200
        for text in (
            *("holds until", "Required links", "No FEAR Act data"),
            *("In other languages", "The alert appears by itself"),
        ):
            assert text.lower() in response.content.decode().lower(), text

    @property
    def site_pk(self) -> int:
        return self.settings.site_id
