"""What changes because its time has come: nobody does anything, and no worker runs."""

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from tests.freshness.world import HOUR, NOW, World

from . import Change, case, edit

MIDNIGHT = timezone.make_aware(datetime.combine(date(2030, 5, 15), time.min))


def goes_live(name: str, **values: Any) -> Change:
    def schedule(world: World) -> None:
        if getattr(world, name).live:
            # Wagtail takes a page for public that has a published draft.
            edit(getattr(world, name))
        edit(getattr(world, name), go_live_at=NOW + HOUR, **values)

    return schedule


def expires(name: str) -> Change:
    def schedule(world: World) -> None:
        edit(getattr(world, name), expire_at=NOW + HOUR)

    return schedule


@case("vault hub to_vault", before=goes_live("vault"), at=NOW + HOUR)
def an_embargo_ends(world: World) -> None:
    """A draft that waits for its time."""


@case(
    "person to_person",
    same="to_person",
    before=goes_live("person", title="Other title"),
    at=NOW + HOUR,
)
def the_time_of_a_draft_comes(world: World) -> None:
    """A new state of a page that is public all the time."""


@case(
    "hub",
    gone={"person": "expired", "to_person": "expired"},
    before=expires("person"),
    at=NOW + HOUR,
)
def a_page_expires(world: World) -> None:
    """A page to which a text leads."""


@case(
    "home report",
    gone={"item": "expired"},
    before=expires("item"),
    html="news",
    at=NOW + HOUR,
)
def a_news_item_expires(world: World) -> None:
    """A page that stands in lists."""


@case(
    "home",
    gone={"story": "expired", "programme": "unused"},
    before=expires("story"),
    html="stories",
    at=NOW + HOUR,
)
def the_featured_story_expires(world: World) -> None:
    """A page of which the home page shows more than its title."""


@case(
    "webinar home",
    html="webinars",
    shows="WebinarCard.registration WebinarCard.registration_has_closed",
    at=NOW + 15 * HOUR,
)
def a_registration_closes(world: World) -> None:
    """At a time of its own."""


@case(
    "webinar home",
    html="webinars",
    shows="WebinarCard.state WebinarCard.state_label",
    at=NOW + 20 * HOUR,
)
def a_webinar_begins(world: World) -> None:
    """Its registration has closed by then."""


@case(
    "webinar home",
    html="webinars",
    shows="WebinarCard.state HomeDetail.next_event",
    at=NOW + 22 * HOUR,
)
def a_webinar_ends(world: World) -> None:
    """It moves to the list of those that are over."""


def pin_brief(world: World) -> None:
    edit(world.brief, pinned_until=date(2030, 5, 14))


@case("home", shows="HomeDetail.updates", before=pin_brief, at=MIDNIGHT)
def a_pin_ends(world: World) -> None:
    """At the end of the last day."""


def leave_tomorrow(world: World) -> None:
    edit(world.brief, leaves_latest_on=date(2030, 5, 15))


@case("home", shows="HomeDetail.updates", before=leave_tomorrow, at=MIDNIGHT)
def a_news_item_leaves_the_latest(world: World) -> None:
    """It stays in the list of news."""
