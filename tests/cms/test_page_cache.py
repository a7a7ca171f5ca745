"""Pages that are kept until something is published."""

from datetime import timedelta
from unittest import mock

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import TestCase
from django.utils import timezone

from cms.publishing.stored import take_sequences
from tests.content import at
from tests.factories import HomePageFactory, NewsPageFactory, WebinarPageFactory

RENDER = "django.template.base.Template.render"


class KeptTests(TestCase):
    def setUp(self):
        self.home = HomePageFactory()
        self.page = NewsPageFactory(title="Before")
        self.path = self.page.get_url()

    def test_is_rendered_once(self):
        first = self.client.get(self.path)

        with mock.patch(RENDER, side_effect=AssertionError):
            second = self.client.get(self.path)

        assert second.content == first.content
        assert dict(second.headers) == dict(first.headers)

    def test_one_query_for_what_is_kept(self):
        self.client.get(self.path)

        with self.assertNumQueries(1):
            self.client.get(self.path)

    def test_who_has_it_is_answered_without_rendering_it(self):
        etag = self.client.get(self.path)["ETag"]

        with mock.patch(RENDER, side_effect=AssertionError), self.assertNumQueries(1):
            response = self.client.get(self.path, headers={"If-None-Match": etag})

        assert response.status_code == 304
        assert response.content == b""
        assert response["ETag"] == etag

    def test_what_is_published_changes_every_page(self):
        before = self.client.get("/")
        self.page.title = "After"
        self.page.save()

        after = self.client.get("/", headers={"If-None-Match": before["ETag"]})

        assert after.status_code == 200
        assert b"After" in after.content
        assert int(after["Content-Version"]) > int(before["Content-Version"])

    def test_what_changes_by_the_clock_changes_pages(self):
        now = timezone.now()
        page = WebinarPageFactory(
            starts_at=now + timedelta(hours=2),
            registration_url="https://example.org/register",
            registration_closes_at=now + timedelta(hours=1),
        )
        before = self.client.get(page.get_url())

        with at(now + timedelta(hours=1)):
            headers = {"If-None-Match": before["ETag"]}
            after = self.client.get(page.get_url(), headers=headers)

        assert b"example.org/register" in before.content
        assert after.status_code == 200
        assert b"example.org/register" not in after.content

    def test_each_address_is_kept_for_itself(self):
        english = self.client.get("/search/?q=before")
        other = self.client.get("/search/?q=nothing")

        assert english["ETag"] != other["ETag"]
        assert english.content != other.content

    def test_a_cache_in_between_asks_each_time(self):
        response = self.client.get(self.path)

        assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert response["Surrogate-Key"] == "html"
        assert "Set-Cookie" not in response

    def test_head_is_get_without_its_content(self):
        head, got = self.client.head(self.path), self.client.get(self.path)

        assert head.content == b""
        assert head["ETag"] == got["ETag"]
        assert got.content


class NotKeptTests(TestCase):
    def setUp(self):
        HomePageFactory()
        self.path = NewsPageFactory().get_url()

    def assert_not_kept(self, path: str, status: int = 200) -> None:
        for _ in range(2):
            response = self.client.get(path)
            assert response.status_code == status
            assert "ETag" not in response

    def test_what_staff_sees(self):
        user = get_user_model().objects.create_superuser("ada", password="x")
        self.client.get(self.path)
        self.client.force_login(user)

        self.assert_not_kept(self.path)

    def test_what_is_not_there(self):
        self.assert_not_kept("/nothing/", 404)

    def test_what_is_not_there_for_who_asks_for_anything(self):
        for header in ("If-None-Match", "If-Match"):
            response = self.client.get("/nothing/", headers={header: "*"})

            assert response.status_code == 404

    def test_what_was_published_while_it_was_rendered(self):
        def publish(*args, **kwargs):
            take_sequences(1)
            return "page"

        with mock.patch(RENDER, side_effect=publish):
            response = self.client.get(self.path)

        assert "ETag" not in response
        assert b"<html" in self.client.get(self.path).content

    def test_what_developers_look_at(self):
        with self.settings(DEBUG=True):
            self.assert_not_kept(self.path)

    def test_another_host_has_its_own(self):
        hosts = set(settings.ALLOWED_HOSTS)

        etags = {
            self.client.get(self.path, headers={"host": host})["ETag"] for host in hosts
        }

        assert len(etags) == len(hosts)
