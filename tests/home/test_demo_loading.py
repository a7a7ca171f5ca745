"""The demonstration is loaded once, whole or not at all."""

from datetime import date, timedelta
from io import StringIO
from unittest import mock

import pytest
from django.core.management import call_command
from django.test import SimpleTestCase, TestCase
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision, Site

from cms.models import SiteSettings
from cms.publishing.models import Publication
from documents.models import CustomDocument
from home.demo import loading
from home.demo.dates import TUESDAY, next_webinar_on
from home.models import HomePage
from news.models import StoryPage
from tests.home.demonstration import DemonstrationTestCase


def said_by_demo() -> str:
    output = StringIO()
    call_command("demo", stdout=output)
    return output.getvalue()


def state() -> dict[str, list]:
    """Return all that a second run might touch."""
    return {
        "pages": list(Page.objects.order_by("pk").values()),
        "documents": list(CustomDocument.objects.order_by("pk").values()),
        "revisions": list(Revision.objects.order_by("pk").values_list("pk")),
        "log entries": [
            *PageLogEntry.objects.values_list("pk"),
            *ModelLogEntry.objects.values_list("pk"),
        ],
        "publications": list(Publication.objects.order_by("pk").values()),
        "settings": list(SiteSettings.objects.values()),
    }


class SecondRunTests(DemonstrationTestCase):
    def test_changes_nothing_and_says_so(self):
        before = state()

        said = said_by_demo()

        assert "nothing was changed" in said
        assert state() == before

    def test_leaves_what_an_editor_has_changed(self):
        story = StoryPage.objects.get(slug="the-dennis-luna-story")
        story.title, story.slug = "An editor’s title", "an-editors-slug"
        story.save_revision().publish()
        Page.objects.get(slug="privacy").delete()
        before = state()

        said_by_demo()

        assert state() == before
        assert StoryPage.objects.filter(locale=story.locale).count() == 1


class FirstRunTests(TestCase):
    def test_takes_the_place_of_wagtails_own_page_and_says_what_it_does(self):
        said = said_by_demo()

        assert len(said.splitlines()) >= 5
        site = Site.objects.get(is_default_site=True)
        assert site.site_name == "RESULTS"
        assert isinstance(site.root_page.specific, HomePage)
        assert not Page.objects.filter(title__startswith="Welcome").exists()

    def test_leaves_no_redirects_behind(self):
        with self.captureOnCommitCallbacks(execute=True):
            said_by_demo()

        assert not Redirect.objects.exists()

    def test_keeps_a_first_page_that_somebody_has_written_below(self):
        welcome = Site.objects.get(is_default_site=True).root_page
        welcome.add_child(instance=Page(title="Somebody’s page"))

        said_by_demo()

        assert Page.objects.filter(title="Somebody’s page").exists()

    def test_nothing_stays_of_a_run_that_failed(self):
        before = state()

        with (
            mock.patch.object(loading, "place_spanish", side_effect=LookupError),
            pytest.raises(LookupError),
        ):
            said_by_demo()

        assert state() == before


class NextWebinarTests(SimpleTestCase):
    def test_is_a_tuesday_four_to_five_weeks_away(self):
        for offset in range(7):
            today = date(2026, 11, 24) + timedelta(days=offset)

            day = next_webinar_on(today)

            assert day.weekday() == TUESDAY
            assert timedelta(weeks=4) <= day - today < timedelta(weeks=5)

    def test_counts_from_today(self):
        assert next_webinar_on() > timezone.localdate()
