"""Redirects: those of editors, and what comes to stand where they lead from."""

from typing import Any

from wagtail.contrib.redirects.models import Redirect

from cms.images import original_path
from tests import factories
from tests.freshness.world import World

from . import Change, case, edit
from .privacy import RESTRICTED, restrict

TO_PERSON = dict.fromkeys(("person", "to_person"), "deleted")


def page_in_its_place(**values: Any) -> Change:
    """Make a page at the path from which a redirect leads."""

    def make(world: World) -> None:
        world.add("new", factories.StandardPageFactory(slug="away", **values))

    return make


# --- Entered by editors -----------------------------------------------------------


@case("new")
def a_redirect_entered(world: World) -> None:
    world.add("new", Redirect.add_redirect("/former", world.person))


@case()
def a_redirect_to_a_draft_entered(world: World) -> None:
    Redirect.add_redirect("/former", world.vault)


@case(
    "away",
    shows="RedirectDetail.old_path RedirectDetail.location RedirectDetail.permanent"
    " RedirectDetail.site RedirectDetail.meta RedirectMeta.path",
)
def a_redirect_changed(world: World) -> None:
    edit(
        world.away,
        old_path="/far-away",
        redirect_link="https://example.org/far-away",
        is_permanent=False,
        site=world.site,
    )


@case("to_person", shows="RedirectDetail.page RedirectMeta.locale")
def a_redirect_to_another_page(world: World) -> None:
    edit(world.to_person, redirect_page=world.acerca)


@case(gone={"away": "restricted"})
def a_redirect_to_what_is_not_there(world: World) -> None:
    edit(world.away, redirect_link="/there-is-nothing-here/")


@case(gone={"away": "deleted"})
def a_redirect_deleted(world: World) -> None:
    world.away.delete()


# --- Where they lead --------------------------------------------------------------


@case("person hub to_person /about/team/person", shows="RedirectDetail.location")
def a_page_renamed_to_which_a_redirect_leads(world: World) -> None:
    edit(world.person, slug="other")


@case("hub", gone=TO_PERSON)
def a_page_deleted_to_which_a_redirect_leads(world: World) -> None:
    world.person.delete()


@case(
    "webinar hub", gone={"slides": RESTRICTED, "to_slides": RESTRICTED}, html="library"
)
def a_document_made_private_to_which_a_redirect_leads(world: World) -> None:
    edit(world.slides, collection=world.cellar)


@case(
    "webinar hub slides to_slides",
    html="library",
    before=a_document_made_private_to_which_a_redirect_leads,
)
def a_document_opened_to_which_a_redirect_leads(world: World) -> None:
    edit(world.slides, collection=world.shelf)


def lead_to_an_image(world: World) -> None:
    edit(world.away, redirect_link=original_path(world.quiet_image))


def hide_the_image(world: World) -> None:
    lead_to_an_image(world)
    edit(world.quiet_image, collection=world.cellar)


@case(gone={"quiet_image": RESTRICTED, "away": RESTRICTED}, before=lead_to_an_image)
def an_image_made_private_to_which_a_redirect_leads(world: World) -> None:
    edit(world.quiet_image, collection=world.cellar)


@case("quiet_image away", before=hide_the_image)
def an_image_opened_to_which_a_redirect_leads(world: World) -> None:
    edit(world.quiet_image, collection=world.shelf)


# --- Where they lead from ---------------------------------------------------------


@case()
def a_draft_in_the_place_of_a_redirect(world: World) -> None:
    page_in_its_place(live=False)(world)


@case("new", gone={"away": "unused"})
def a_page_in_the_place_of_a_redirect(world: World) -> None:
    page_in_its_place()(world)


@case("away", gone={"new": "unpublished"}, before=page_in_its_place())
def a_page_unpublished_in_the_place_of_a_redirect(world: World) -> None:
    world.new.unpublish()


@case("away", gone={"new": "deleted"}, before=page_in_its_place())
def a_page_deleted_in_the_place_of_a_redirect(world: World) -> None:
    world.new.delete()


@case("new away", before=page_in_its_place())
def a_page_renamed_in_the_place_of_a_redirect(world: World) -> None:
    """What an editor entered stays, and leads on."""
    edit(world.new, slug="other")


@case(
    "away",
    gone={"new": RESTRICTED, "quiet_page": RESTRICTED},
    before=page_in_its_place(),
)
def a_page_moved_out_of_sight_from_the_place_of_a_redirect(world: World) -> None:
    restrict(world.quiet_page, "login")
    world.new.move(world.quiet_page, pos="last-child")
