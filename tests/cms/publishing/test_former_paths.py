"""Paths at which pages were public lead to where these are now."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.publishing.models import Publication
from tests.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)

from .log import is_live, restrict, row
from .redirecting import LogTestCase, location, redirect


class FormerPathTests(LogTestCase):
    """Public pages leave a redirect at the path from which they move."""

    def redirects(self) -> list[tuple[str, int]]:
        return list(
            Redirect.objects.order_by("pk").values_list("old_path", "redirect_page")
        )

    def test_a_page_that_is_renamed_twice(self):
        page = StandardPageFactory(slug="a")

        for slug in ("b", "c"):
            page.slug = slug
            page.save()

        assert self.redirects() == [("/a", page.pk), ("/b", page.pk)]
        assert {location(one) for one in Redirect.objects.all()} == {"/c/"}

    def test_a_page_that_comes_back(self):
        page = StandardPageFactory(slug="a")

        for slug in ("b", "a"):
            page.slug = slug
            page.save()

        live = Publication.objects.of("redirects").live()
        assert list(live.values_list("path", flat=True)) == ["/b"]

    def test_all_below_a_page_that_moves(self):
        index = NewsIndexPageFactory(slug="news")
        page = NewsPageFactory(parent=index, slug="item")

        index.slug = "updates"
        index.save()

        assert self.redirects() == [("/news", index.pk), ("/news/item", page.pk)]

    def test_once_for_a_page_and_in_the_same_transaction(self):
        page = StandardPageFactory(slug="a")

        with self.captureOnCommitCallbacks(execute=True) as callbacks:
            page.slug = "b"
            page.save()
            before = self.redirects()

        assert callbacks
        assert self.redirects() == before == [("/a", page.pk)]

    def test_a_path_that_was_not_public_is_told_by_nothing(self):
        draft = StandardPageFactory(slug="draft", live=False)
        section = StandardPageFactory(slug="section")
        restrict(section)
        private = StandardPageFactory(slug="private", parent=section)

        for page in (draft, private):
            page.slug = f"{page.slug}-public"
            page.save()
            page.move(self.home, pos="last-child")
            type(page).objects.get(pk=page.pk).save_revision().publish()
            assert is_live("pages", page)

        assert self.redirects() == []

    def test_a_page_that_is_renamed_while_it_is_not_public(self):
        page = StandardPageFactory(slug="a")
        page.unpublish()
        page.slug = "b"
        page.save()

        page.save_revision().publish()

        assert self.redirects() == [("/a", page.pk)]

    def test_a_page_that_moves_into_a_private_section_and_out_of_privacy(self):
        section = StandardPageFactory(slug="section")
        restriction = restrict(section)
        page = StandardPageFactory(slug="page")

        page.move(section, pos="last-child")
        (found,) = Redirect.objects.all()
        assert row("redirects", found.pk) is None

        restriction.delete()
        assert location(found) == "/section/page/"

    def test_what_an_editor_entered_stays(self):
        page = StandardPageFactory(slug="a")
        found = redirect(
            "/a", site=Site.objects.get(), redirect_link="https://example.org/"
        )

        page.slug = "b"
        page.save()

        assert [*Redirect.objects.all()] == [found]
        assert location(found) == "https://example.org/"

    def test_what_an_editor_entered_for_all_sites_stays(self):
        page = StandardPageFactory(slug="a")
        found = redirect("/a", redirect_link="https://example.org/")

        page.slug = "b"
        page.save()

        assert [*Redirect.objects.all()] == [found]
        assert self.client.get("/a/")["Location"] == "https://example.org/"

    def test_a_path_that_another_page_left_before(self):
        first = StandardPageFactory(slug="a")
        first.slug = "first"
        first.save()
        second = StandardPageFactory(slug="a")

        second.slug = "second"
        second.save()

        (found,) = Redirect.objects.all()
        assert location(found) == "/second/"

    def test_what_an_editor_deleted_does_not_come_back(self):
        page = StandardPageFactory(slug="a")
        page.slug = "b"
        page.save()

        Redirect.objects.all().delete()
        page.unpublish()
        page.save_revision().publish()

        assert self.redirects() == []

    def test_a_path_longer_than_a_redirect_has(self):
        page = StandardPageFactory(slug="x" * 200)
        below = StandardPageFactory(slug="y" * 200, parent=page)

        below.slug = "z"
        below.save()

        assert self.redirects() == []
