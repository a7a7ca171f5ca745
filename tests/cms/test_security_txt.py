"""`/.well-known/security.txt`, its settings, and who is told that it expires."""

import re
from datetime import date, timedelta
from unittest import mock

from django.contrib.auth import get_user_model
from django.core.checks import run_checks
from django.db import OperationalError
from django.utils import timezone

from cms import government_checks
from cms.models import RequiredLink
from cms.models.navigation import Subject
from tests.cms.test_site_settings import SettingsTestCase
from tests.content import at, refusals
from tests.factories import StandardPageFactory

PATH = "/.well-known/security.txt"
DAY = timedelta(days=1)


class ContactTestCase(SettingsTestCase):
    def named(self, days: int = 100) -> None:
        today = timezone.localdate()
        self.save(
            security_contact="security@example.org",
            security_expires_on=today + days * DAY,
            security_languages="en, es",
        )


class FileTests(ContactTestCase):
    def test_there_is_none_unless_somebody_is_named(self):
        assert self.client.get(PATH).status_code == 404

    def test_says_what_the_rfc_asks_for(self):
        page = StandardPageFactory(slug="disclosure")
        link = RequiredLink(subject=Subject.DISCLOSURE, page=page)
        self.settings.required_links.add(link)
        self.named()

        response = self.client.get(PATH)

        assert response["Content-Type"] == "text/plain; charset=utf-8"
        fields = dict(
            line.split(": ", 1) for line in response.content.decode().splitlines()
        )
        assert fields["Contact"] == "mailto:security@example.org"
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", fields["Expires"])
        assert fields["Canonical"] == f"http://localhost{PATH}"
        assert fields["Policy"] == "http://localhost/disclosure/"
        assert fields["Preferred-Languages"] == "en, es"
        assert list(fields)[:2] == ["Contact", "Expires"]

    def test_expires_at_the_end_of_its_last_day(self):
        self.save(
            security_contact="tel:+1-555-010-0123",
            security_expires_on=date(2030, 5, 14),
        )

        text = self.client.get(PATH).content.decode()

        # 23:59:59 on the clocks of the site.
        assert "Expires: 2030-05-15T03:59:59Z" in text
        assert "Contact: tel:+1-555-010-0123" in text

    def test_a_policy_that_is_a_draft_is_not_named(self):
        page = StandardPageFactory(slug="hidden-policy", live=False)
        link = RequiredLink(subject=Subject.DISCLOSURE, page=page)
        self.settings.required_links.add(link)
        self.named()

        assert "hidden-policy" not in self.client.get(PATH).content.decode()

    def test_clients_of_the_api_are_told_the_same(self):
        self.named()

        found = self.client.get("/api/v2/site/").json()["security"]

        assert found["contact"] == "mailto:security@example.org"
        assert found["languages"] == ["en", "es"]


class RuleTests(SettingsTestCase):
    def refused(self, **values: object) -> dict[str, list[str]]:
        for name, value in values.items():
            setattr(self.settings, name, value)
        return refusals(self.settings)

    def test_a_contact_is_an_email_or_an_address(self):
        self.settings.security_expires_on = timezone.localdate()
        for contact in ("a@b.org", "mailto:a@b.org", "https://b.org/x", "tel:+1555"):
            assert not self.refused(security_contact=contact), contact
        for contact in ("http://b.org", "somebody", "javascript:x", "tel:", "a b@c.d"):
            assert (
                "email" in self.refused(security_contact=contact)["security_contact"][0]
            ), contact

    def test_it_holds_until_a_day_within_a_year(self):
        errors = self.refused(security_contact="a@b.org")
        assert "Enter the day" in errors["security_expires_on"][0]

        far = timezone.localdate() + 400 * DAY
        errors = self.refused(security_expires_on=far)
        assert "within a year" in errors["security_expires_on"][0]

    def test_languages_are_codes(self):
        for text in ("en", "en, es", "en,pt-BR"):
            assert not self.refused(security_languages=text), text
        for text in ("English", "en es", "", "en\nContact: x"):
            assert self.refused(security_languages=text), text


class CheckTests(ContactTestCase):
    def found(self) -> list[tuple[str, str]]:
        return [(m.id, m.msg) for m in government_checks.security_txt_is_current()]

    def test_what_is_not_there_does_not_expire(self):
        assert self.found() == []

    def test_warns_a_month_before_and_is_an_error_afterwards(self):
        self.named(days=30)
        assert self.found() == []

        self.named(days=29)
        [(kind, message)] = self.found()
        assert (kind, "in 29 days" in message) == ("cms.W001", True)

        self.named(days=-2)
        [(kind, message)] = self.found()
        assert (kind, "expired 2 days ago" in message) == ("cms.E003", True)

    def test_is_asked_by_check_deploy_alone(self):
        self.named(days=-1)

        assert "cms.E003" not in {m.id for m in run_checks()}
        deployed = run_checks(include_deployment_checks=True)
        assert "cms.E003" in {m.id for m in deployed}

    def test_a_database_that_does_not_answer_is_said(self):
        broken = mock.patch.object(
            government_checks, "all_settings", side_effect=OperationalError("refused")
        )
        with broken:
            assert [kind for kind, _message in self.found()] == ["cms.I001"]


class DutyTests(ContactTestCase):
    def found(self) -> dict[str, str]:
        found = government_checks.official_sites_have_their_links()
        return {message.id: message.msg for message in found}

    def test_a_site_that_is_not_official_has_none(self):
        assert self.found() == {}

    def test_an_official_site_is_told_what_it_lacks(self):
        link = RequiredLink(subject=Subject.FOIA, url="https://example.org/")
        self.settings.required_links.add(link)
        self.save(banner=True)

        found = self.found()

        assert "no_fear" in found["cms.W002"]
        assert "foia" not in found["cms.W002"]
        assert "security.txt" in found["cms.W003"]

    def test_nothing_is_said_of_one_that_has_all(self):
        for subject in Subject:
            link = RequiredLink(subject=subject, url="https://example.org/")
            self.settings.required_links.add(link)
        self.named()
        self.save(banner=True)

        assert self.found() == {}


class DashboardTests(ContactTestCase):
    def dashboard(self) -> str:
        user = get_user_model().objects.create_superuser("admin", password="x")
        self.client.force_login(user)
        return self.client.get("/admin/").content.decode()

    def test_says_that_the_file_expires_soon(self):
        self.named(days=10)

        assert f"{PATH} of localhost expires on" in self.dashboard()

    def test_says_that_it_has_expired(self):
        self.named(days=10)
        with at(timezone.now() + 20 * DAY):
            assert f"{PATH} of localhost has expired" in self.dashboard()

    def test_says_nothing_while_it_holds(self):
        self.named(days=100)

        assert "security.txt" not in self.dashboard()
