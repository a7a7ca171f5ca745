"""What becomes private, in each of the ways in which it can, and public again."""

from typing import Any

from django.contrib.auth.models import Group
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from tests.freshness.world import World

from . import case

RESTRICTED = "restricted"
SECTION = dict.fromkeys(("team", "person", "to_person"), RESTRICTED)
FILES = (
    *("first", "report", "last", "older", "slides", "transcript", "quiet_document"),
    *("picture", "portrait", "banner", "quiet_image"),
)
SHELF = dict.fromkeys((*FILES, "to_slides"), RESTRICTED)

# Pages that show what is in the collection, and lists that do.
SHOWING = "about acerca item hub story home webinar"
LISTING = "library news stories"


def restrict(page: Any, kind: str, **values: Any) -> PageViewRestriction:
    return PageViewRestriction.objects.create(
        page=page, restriction_type=kind, **values
    )


@case("hub", gone=SECTION, by="page")
def a_section_by_login(world: World) -> None:
    restrict(world.team, "login")


@case("hub", gone=SECTION)
def a_section_by_password(world: World) -> None:
    restrict(world.team, "password", password="shared")


@case("hub", gone=SECTION)
def a_section_by_group(world: World) -> None:
    restrict(world.team, "groups").groups.add(Group.objects.get(name="Editors"))


@case("hub", gone={"person": RESTRICTED, "to_person": RESTRICTED})
def a_page_by_login(world: World) -> None:
    restrict(world.person, "login")


@case("hub team person to_person", before=a_section_by_login)
def a_section_opened_to_all(world: World) -> None:
    world.team.view_restrictions.get().delete()


@case(
    "hub team person to_person",
    gone={"quiet_page": RESTRICTED},
    before=a_section_by_login,
)
def a_restriction_moved_to_another_page(world: World) -> None:
    restriction = world.team.view_restrictions.get()
    restriction.page = world.quiet_page
    restriction.save()


@case("hub", gone={**SECTION, "quiet_page": RESTRICTED})
def a_section_moved_below_a_private_one(world: World) -> None:
    restrict(world.quiet_page, "login")
    world.team.move(world.quiet_page, pos="last-child")


@case(before=a_section_by_password)
def the_password_of_a_private_section(world: World) -> None:
    restriction = world.team.view_restrictions.get()
    restriction.password = "another"
    restriction.save()


@case("home report", gone={"news": RESTRICTED, "item": RESTRICTED, "brief": RESTRICTED})
def all_news(world: World) -> None:
    restrict(world.news, "login")


@case(SHOWING, gone=SHELF, html=LISTING)
def a_collection(world: World) -> None:
    CollectionViewRestriction.objects.create(
        collection=world.shelf, restriction_type="login"
    )


@case(SHOWING, gone=SHELF, html=LISTING)
def a_collection_moved_below_a_private_one(world: World) -> None:
    world.shelf.move(world.cellar, pos="sorted-child")


@case(f"{SHOWING} {' '.join(SHELF)}", html=LISTING, before=a_collection)
def a_collection_opened(world: World) -> None:
    world.shelf.view_restrictions.get().delete()
