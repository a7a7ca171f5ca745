"""Redirects to what nobody may see, and those in whose place a page is."""

from typing import Any

from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect

from cms.images import original_path
from tests.freshness.world import World

from .hidden import DRAFTS, PRIVATE, WORDS, Draw, hidden, one_of

LEADING_NOWHERE = ("to_draft", "to_private", "to_unreleased", "to_address", "to_vault")
HIDDEN_REDIRECTS = (*LEADING_NOWHERE, "to_coming", "behind_about")


@hidden
def a_redirect_to_a_hidden_page(world: World, draw: Draw) -> None:
    make(draw, redirect_page=hidden_page(world, draw))


@hidden
def a_redirect_to_a_hidden_address(world: World, draw: Draw) -> None:
    make(draw, redirect_link=hidden_address(world, draw))


def make(draw: Draw, **values: Any) -> None:
    old_path = f"/former-{draw(st.sampled_from(WORDS))}"
    Redirect.objects.create(old_path=old_path, **values)


def hidden_page(world: World, draw: Draw) -> Any:
    return one_of(world, draw, (*DRAFTS, *PRIVATE))


def hidden_address(world: World, draw: Draw) -> str:
    file = one_of(world, draw, ("unreleased", "private_document", "coming"))
    addresses = [
        *(hidden_page(world, draw).get_url(), file.path, file.download_path),
        *(f"/events/{world.private_webinar.pk}.ics", "/nothing/"),
        original_path(world.private_image),
    ]
    return draw(st.sampled_from(addresses))


@hidden
def where_a_hidden_redirect_leads(world: World, draw: Draw) -> None:
    redirect = one_of(world, draw, LEADING_NOWHERE)
    redirect.redirect_page, redirect.redirect_link = None, ""
    if draw(st.booleans()):
        redirect.redirect_page = hidden_page(world, draw)
    else:
        redirect.redirect_link = hidden_address(world, draw)
    redirect.is_permanent = draw(st.booleans())
    redirect.site = draw(st.sampled_from([None, world.site]))
    redirect.save()


@hidden
def from_where_a_hidden_redirect_leads(world: World, draw: Draw) -> None:
    redirect = one_of(world, draw, HIDDEN_REDIRECTS)
    paths = [f"/former-{word}" for word in WORDS]
    redirect.old_path = draw(st.sampled_from(["/news", *paths]))
    if redirect == world.behind_about:
        redirect.old_path = "/news"
    redirect.save()


@hidden
def a_hidden_redirect_deleted(world: World, draw: Draw) -> None:
    one_of(world, draw, HIDDEN_REDIRECTS).delete()


@hidden
def a_redirect_behind_a_page(world: World, draw: Draw) -> None:
    Redirect.objects.create(
        old_path=draw(st.sampled_from(["/archive", "/news/item", "/hub"])),
        redirect_link=f"https://example.org/{draw(st.sampled_from(WORDS))}",
    )
