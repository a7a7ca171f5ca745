"""Redirects in the log: public while their target is, and no page stands there."""

import json
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.test import TestCase
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page, Site

from cms.images import original_path
from tests.assertions import queries
from tests.content import at
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    WebinarPageFactory,
)

from .log import is_live, private_collection, restrict, row
from .redirecting import LogTestCase, location, redirect


class TargetTests(LogTestCase):
    def test_a_page_that_is_renamed(self):
        page = StandardPageFactory(slug="before")
        found = redirect(redirect_page=page)
        assert location(found) == "/before/"

        page.slug = "after"
        page.save()

        assert location(found) == "/after/"

    def test_a_page_below_one_that_is_renamed(self):
        index = NewsIndexPageFactory(slug="news")
        found = redirect(redirect_page=NewsPageFactory(parent=index, slug="item"))

        index.slug = "updates"
        index.save()

        assert location(found) == "/updates/item/"

    def test_a_page_that_is_unpublished_and_back(self):
        page = StandardPageFactory()
        found = redirect(redirect_page=page)

        page.unpublish()
        tombstone = row("redirects", found.pk)
        assert (tombstone.reason, tombstone.old_path) == ("unpublished", "/old")

        page.save_revision().publish()
        assert is_live("redirects", found)

    def test_a_page_that_becomes_private_and_back(self):
        page = StandardPageFactory()
        found = redirect(redirect_page=page)

        restriction = restrict(page)
        tombstone = row("redirects", found.pk)
        assert (tombstone.reason, tombstone.old_path) == ("restricted", "")

        restriction.delete()
        assert is_live("redirects", found)

    def test_a_page_that_is_deleted_takes_its_redirects_along(self):
        page = StandardPageFactory()
        found = redirect(redirect_page=page)
        number = found.pk

        Page.objects.get(pk=page.pk).delete()

        assert row("redirects", number).reason == "deleted"

    def test_a_draft_is_not_told_of(self):
        page = StandardPageFactory(live=False)

        found = redirect(redirect_page=page)

        assert row("redirects", found.pk) is None

    def test_a_redirect_to_nowhere_is_not_there(self):
        assert row("redirects", redirect().pk) is None


class ClockTests(TestCase):
    def test_a_page_that_expires(self):
        HomePageFactory()
        page = StandardPageFactory(expire_at=timezone.now() + timedelta(hours=1))
        found = redirect(redirect_page=page)

        with at(timezone.now() + timedelta(hours=2)):
            self.client.get("/api/v2/redirects/")
            assert row("redirects", found.pk).reason == "expired"


class AddressTests(LogTestCase):
    """Targets that were entered as addresses."""

    def test_elsewhere(self):
        for n, link in enumerate(("https://example.org/x", "mailto:a@example.org")):
            assert location(redirect(f"/old-{n}", redirect_link=link)) == link

    def test_addresses_of_this_site_without_a_thing(self):
        found = redirect(redirect_link="/search/?q=forum")

        assert location(found) == "/search/?q=forum"

    def test_what_no_browser_should_follow(self):
        for n, link in enumerate(("javascript:alert(1)", "http://[", "//[")):
            found = redirect(f"/old-{n}", redirect_link=link)

            assert row("redirects", found.pk) is None

    def test_the_address_of_a_page_follows_the_page(self):
        page = StandardPageFactory(slug="page")
        links = ("/page/", "/page", "http://localhost/page/?x=1#y")
        found = [redirect(f"/{n}", redirect_link=link) for n, link in enumerate(links)]
        assert all(is_live("redirects", one) for one in found)

        page.unpublish()
        assert not any(is_live("redirects", one) for one in found)

        page.save_revision().publish()
        assert all(is_live("redirects", one) for one in found)

    def test_a_hidden_page_in_other_ways_to_write_its_address(self):
        restrict(StandardPageFactory(slug="hidden"))
        origins = ("http:", "http://localhost.", "//LOCALHOST:8000")
        # A name by which the site answers, though no site of Wagtail's has it.
        for origin in (*origins, "https://testserver"):
            found = redirect(redirect_link=f"{origin}/hidden/")

            assert row("redirects", found.pk) is None, origin
            found.delete()

    def test_a_page_that_was_never_there(self):
        found = redirect(redirect_link="/nothing/here/")

        assert row("redirects", found.pk) is None

    def test_the_address_of_a_document_follows_the_document(self):
        document = DocumentFactory()
        links = (document.path, document.download_path)
        found = [redirect(f"/{n}", redirect_link=link) for n, link in enumerate(links)]
        assert all(is_live("redirects", one) for one in found)

        document.collection = private_collection()
        document.save()

        assert {row("redirects", one.pk).reason for one in found} == {"restricted"}
        assert {row("redirects", one.pk).old_path for one in found} == {""}

    def test_the_address_of_a_document_that_is_released(self):
        document = DocumentFactory(released_at=None)
        links = (document.path, document.download_path)
        found = [redirect(f"/{n}", redirect_link=link) for n, link in enumerate(links)]
        assert not any(is_live("redirects", one) for one in found)

        document.release()

        assert all(is_live("redirects", one) for one in found)

    def test_the_address_of_an_image_follows_the_image(self):
        image = ImageFactory(collection=private_collection())
        found = redirect(redirect_link=original_path(image))
        assert row("redirects", found.pk) is None

        image.collection = Collection.get_first_root_node()
        image.save()

        assert is_live("redirects", found)

    def test_the_calendar_of_an_event_follows_the_event(self):
        event = WebinarPageFactory(live=False)
        found = redirect(redirect_link=f"/events/{event.pk}.ics")
        assert row("redirects", found.pk) is None

        event.save_revision().publish()

        assert is_live("redirects", found)

    def test_another_host_becomes_and_is_no_more_one_of_ours(self):
        hosts = ("one.example", "other.example")
        found = {
            host: redirect(f"/{host}", redirect_link=f"http://{host}/nothing/")
            for host in hosts
        }
        site = Site.objects.get()

        for hostname in hosts:
            site.hostname = hostname
            site.save()

            for host in hosts:
                assert is_live("redirects", found[host]) == (host != hostname)


class PlaceTests(LogTestCase):
    """A page goes before a redirect from its path."""

    def test_a_page_that_comes_to_the_old_path_and_leaves_it(self):
        found = redirect("/place", redirect_link="https://example.org/")
        assert is_live("redirects", found)

        page = StandardPageFactory(slug="place")
        assert row("redirects", found.pk).reason == "unused"

        page.unpublish()
        assert is_live("redirects", found)

    def test_a_page_with_accents_in_its_address(self):
        found = redirect("/educación", redirect_link="https://example.org/")
        link = redirect("/old", redirect_link="/educación/")
        assert is_live("redirects", found)
        assert not is_live("redirects", link)

        page = StandardPageFactory(slug="educación")
        assert row("redirects", found.pk).reason == "unused"
        assert is_live("redirects", link)

        restrict(page)
        assert is_live("redirects", found)
        assert not is_live("redirects", link)

    def test_a_page_at_the_old_path_that_becomes_private_and_public_again(self):
        found = redirect("/place", redirect_link="https://example.org/")
        page = StandardPageFactory(slug="place")

        restriction = restrict(page)
        assert is_live("redirects", found)

        restriction.delete()
        assert row("redirects", found.pk).reason == "unused"

    def test_a_page_that_leaves_the_old_path_and_becomes_private(self):
        found = redirect("/place", redirect_link="https://example.org/")
        page, section = StandardPageFactory(slug="place"), StandardPageFactory()
        restrict(section)

        page.move(section, pos="last-child")

        assert is_live("redirects", found)

    def test_a_redirect_to_itself(self):
        page = StandardPageFactory(slug="page")

        assert row("redirects", redirect("/page", redirect_page=page).pk) is None

    def test_of_one_site(self):
        StandardPageFactory(slug="place")
        other = Site.objects.create(hostname="other.example", root_page=self.home)
        found = redirect("/place", site=other, redirect_link="https://example.org/")

        assert is_live("redirects", found)
        other.delete()


class AdminTests(LogTestCase):
    def setUp(self):
        super().setUp()
        user = get_user_model().objects.create_superuser("admin", "", "secret")
        self.client.force_login(user)

    def test_made_changed_and_deleted(self):
        entered = {"old_path": "/old", "redirect_link": "https://example.org/a"}
        self.client.post("/admin/redirects/add/", entered | {"is_permanent": "on"})
        found = Redirect.objects.get()
        assert location(found) == "https://example.org/a"

        changed = {"old_path": "/older", "redirect_link": "https://example.org/b"}
        self.client.post(f"/admin/redirects/{found.pk}/", changed)
        entry = json.loads(row("redirects", found.pk).body)
        assert entry["old_path"] == "/older"
        assert not entry["permanent"]

        self.client.post(f"/admin/redirects/{found.pk}/delete/")
        assert row("redirects", found.pk).reason == "deleted"


class QueryTests(LogTestCase):
    def test_a_page_is_saved_in_as_many_queries_whatever_redirects_there_are(self):
        page = StandardPageFactory()

        def save(title: str) -> int:
            page.title = title
            return len(queries(page.save))

        redirect("/old", redirect_link="https://example.org/")
        save("First")
        before = save("Second")
        for n in range(10):
            redirect(f"/{n}", redirect_link="https://example.org/")

        assert save("Third") == before
