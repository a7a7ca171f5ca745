"""Snippets that come into use, and whose last use ends: until then they are hidden."""

from typing import Any

from tests import factories
from tests.freshness.world import HOUR, NOW, World

from . import Change, case, edit
from .clock import goes_live
from .privacy import RESTRICTED, restrict


def new_topic(world: World) -> Any:
    topic = factories.TopicFactory(name="New topic", slug="new-topic")
    world.add("new", topic)
    return topic


def used_by(*names: str) -> Change:
    """Let pages and documents be about a topic that nothing else is about."""

    def use(world: World) -> None:
        topic = new_topic(world)
        for name in names:
            thing = getattr(world, name)
            thing.topics.add(topic)
            edit(thing)

    return use


@case()
def a_snippet_that_is_new(world: World) -> None:
    new_topic(world)


@case()
def a_snippet_that_a_draft_uses(world: World) -> None:
    topic, page = new_topic(world), world.vault
    page.topics.add(topic)
    page.save_revision()
    page.save()


@case()
def a_snippet_that_a_document_uses_before_its_release(world: World) -> None:
    used_by("coming")(world)


@case("quiet_page new", same="quiet_page", before=new_topic)
def the_first_use_by_a_page(world: World) -> None:
    page = world.quiet_page
    page.topics.add(world.new)
    edit(page)


@case("quiet_document new", html="library", before=new_topic)
def the_first_use_by_a_document(world: World) -> None:
    world.quiet_document.topics.add(world.new)


@case(
    "quiet_page",
    gone={"new": "unused"},
    same="quiet_page",
    before=used_by("quiet_page"),
)
def the_last_use_by_a_page(world: World) -> None:
    page = world.quiet_page
    page.topics.clear()
    edit(page)


@case(
    "quiet_document",
    gone={"new": "unused"},
    html="library",
    before=used_by("quiet_document"),
)
def the_last_use_by_a_document(world: World) -> None:
    world.quiet_document.topics.clear()


@case(
    gone={"quiet_page": "unpublished"}, before=used_by("quiet_page", "quiet_document")
)
def a_use_that_is_not_the_last(world: World) -> None:
    world.quiet_page.unpublish()


def hide_the_page(world: World) -> None:
    used_by("quiet_page")(world)
    restrict(world.quiet_page, "login")


@case(
    gone={"quiet_page": RESTRICTED, "new": "unused"},
    before=used_by("quiet_page"),
)
def the_last_use_made_private(world: World) -> None:
    restrict(world.quiet_page, "login")


@case("quiet_page new", before=hide_the_page)
def the_first_use_opened_to_all(world: World) -> None:
    world.quiet_page.view_restrictions.get().delete()


@case(
    gone={"quiet_document": RESTRICTED, "new": "unused"},
    html="library",
    before=used_by("quiet_document"),
)
def the_last_use_moved_to_a_private_collection(world: World) -> None:
    edit(world.quiet_document, collection=world.cellar)


@case("coming hub to_coming new", html="library", before=used_by("coming"))
def the_first_use_released(world: World) -> None:
    world.coming.release()


def wait_with_a_topic(world: World) -> None:
    goes_live("vault", topics=[new_topic(world)])(world)


@case("vault hub to_vault new", before=wait_with_a_topic, at=NOW + HOUR)
def the_time_of_the_first_use_comes(world: World) -> None:
    """Nobody does anything."""


def expire_with_a_topic(world: World) -> None:
    page = world.quiet_page
    page.topics.add(new_topic(world))
    edit(page, expire_at=NOW + HOUR)


@case(
    gone={"quiet_page": "expired", "new": "unused"},
    before=expire_with_a_topic,
    at=NOW + HOUR,
)
def the_last_use_expires(world: World) -> None:
    """Nobody does anything."""
