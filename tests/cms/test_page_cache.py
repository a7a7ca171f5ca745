"""Pages that are kept until something is published."""

import re
from datetime import timedelta
from unittest import mock

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.publishing.models import Publication, Resource
from cms.publishing.stored import take_sequences
from tests.cms.publishing.log import restrict
from tests.content import at
from tests.factories import (
    DocumentFactory,
    DocumentLibraryPageFactory,
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StoryPageFactory,
    TopicFactory,
    WebinarPageFactory,
)
from tests.home.demonstration import DemonstrationTestCase

# What reads the rows of the site around the content.
SITE = f"\"resource\" = '{Resource.SITE}'"

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

    def test_a_page_stays_the_same_while_others_are_published(self):
        document = DocumentFactory()
        for path in (self.path, document.path):
            before = self.client.get(path)
            NewsPageFactory()

            with mock.patch(RENDER, side_effect=AssertionError):
                kept = self.client.get(path)
                caches["answers"].clear()
                headers = {"If-None-Match": before["ETag"]}
                known = self.client.get(path, headers=headers)

            assert kept.content == before.content
            assert known.status_code == 304
            assert int(known["Content-Version"]) > int(before["Content-Version"])

    def test_a_page_changes_with_what_it_shows_and_with_the_site(self):
        topic = TopicFactory(name="Before it")
        self.page.topics.add(topic)
        self.page.save()
        etag = self.client.get(self.path)["ETag"]

        topic.name = "After it"
        topic.save()
        named = self.client.get(self.path, headers={"If-None-Match": etag})
        self.home.refresh_from_db()
        self.home.title = "Another name of the site"
        self.home.save()
        headers = {"If-None-Match": named["ETag"]}
        around = self.client.get(self.path, headers=headers)

        assert b"After it" in named.content
        assert around.status_code == 200

    def test_a_page_that_is_hidden_is_kept_no_longer(self):
        etag = self.client.get(self.path)["ETag"]
        self.page.unpublish()

        for headers in ({}, {"If-None-Match": etag}):
            assert self.client.get(self.path, headers=headers).status_code == 410

    def test_a_validator_of_one_page_says_nothing_of_another(self):
        other = NewsPageFactory().get_url()
        etag = self.client.get(self.path)["ETag"]
        forged = etag.replace(f"pages-{self.page.pk}-", f"pages-{self.home.pk}-")

        for path, known in ((other, etag), (self.path, forged), (self.path, '"x-1-y"')):
            headers = {"If-None-Match": known}
            assert self.client.get(path, headers=headers).status_code == 200

    def test_what_is_published_changes_every_list(self):
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
        DocumentLibraryPageFactory(slug="library")
        DocumentFactory(title="Before")
        found = self.client.get("/library/?q=before")
        other = self.client.get("/library/?q=nothing")

        assert found["ETag"] != other["ETag"]
        assert found.content != other.content

    def test_bytes_that_are_not_encoded_ask_something_else(self):
        DocumentLibraryPageFactory(slug="library")
        DocumentFactory(title="Mañana")
        encoded = self.client.get("/library/?q=Ma%C3%83%C2%B1ana")

        # What curl sends of “?q=Mañana”: the two bytes of ñ, as WSGI has them.
        sent = self.client.get("/library/", QUERY_STRING="q=MaÃ±ana")

        assert "/manana/" not in encoded.content.decode()
        assert "/manana/" in sent.content.decode()
        assert sent["ETag"] != encoded["ETag"]

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

    def test_what_is_queued_and_becomes_private_again(self):
        section = NewsIndexPageFactory(slug="section")
        page = NewsPageFactory(parent=section)
        paths = [section.get_url(), page.get_url()]
        restriction = restrict(section)

        with self.settings(PUBLISH_AT_ONCE=0):
            restriction.delete()
            for path in paths:
                self.assert_not_kept(path)
            restrict(section)

        for path in paths:
            self.assert_not_kept(path, 302)

    def test_what_developers_look_at(self):
        with self.settings(DEBUG=True):
            self.assert_not_kept(self.path)

    def test_another_host_has_its_own(self):
        hosts = set(settings.ALLOWED_HOSTS)

        etags = {
            self.client.get(self.path, headers={"host": host})["ETag"] for host in hosts
        }

        assert len(etags) == len(hosts)


class AloneTests(DemonstrationTestCase):
    """What is kept until one thing changes shows nothing else of the log."""

    def test_each_page_that_says_so_reads_its_own_row_and_the_site(self):
        # Those of the demonstration have topics, and lead on to others.
        NewsPageFactory()
        StoryPageFactory()
        rows = Publication.objects.live().exclude(path="")
        pages = rows.filter(resource__in=["pages", "documents"])
        alone = set()
        for row in pages.values("resource", "object_id", "type", "path"):
            caches["answers"].clear()
            with CaptureQueriesContext(connection) as captured:
                etag = self.client.get(row["path"])["ETag"]
            if not etag.startswith('"' + row["resource"]):
                continue
            alone.add(row["type"])
            # Beside how far the log is, before and after.
            read = [q["sql"] for q in captured if "publishing_" in q["sql"]]
            own = [sql for sql in read if "publishing_counter" not in sql]
            number = re.compile(rf'"object_id" = {row["object_id"]}\b')
            others = [sql for sql in own if not number.search(sql) and SITE not in sql]
            assert others == []

        assert alone == {
            "cms.GlossaryPage",
            "documents.CustomDocument",
            "home.HomePage",
            "home.ImpactPage",
            "home.StandardPage",
            "news.NewsPage",
            "news.StoryPage",
            "news.WebinarPage",
        }
