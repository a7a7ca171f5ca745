"""What is asked of the site: every list in several ways, every thing, every page."""

from typing import Any

from django.core.cache import caches
from django.test import Client

from cms import images
from cms.api.changes import filters_of
from cms.api.cursors import ChangesCursor
from cms.api.query import ChangesQuery
from cms.publishing.models import Publication
from tests.freshness.world import World

from .hidden import DRAFTS, PRIVATE, WORDS

ORDERS = ("title", "-date", "id", "-first_published_at", "last_published_at")
LISTS = ("pages", "documents", "images")
FILTERS = {
    "pages": (
        *("type=news.NewsPage", "type=news.WebinarPage,news.StoryPage", "locale=es"),
        *("child_of=root", "descendant_of=root", "topic=topic", "topic=hidden"),
        *("topic=otter", "category=announcement", "state=upcoming", "state=live,past"),
        *("kind=webinar", "programme_year=1999-00", "programme_year=2028-29"),
    ),
    "documents": (
        *("status=current", "status=superseded", "series=series", "series=hidden"),
        *("document_type=guidance", "document_type=form,policy_qa", "topic=topic"),
        *("fiscal_year=1999", "language=es", "locale=es", "series=otter"),
    ),
    "images": (),
}
LIBRARY = ("", "?status=all", "?type=guidance", "?series=hidden", "?topic=hidden")


def questions(world: World) -> list[str]:
    """Return all addresses, in one order."""
    found = {*lists(), *others(), *things(), *hidden_things(world)}
    return sorted(found)


def lists() -> set[str]:
    found = set()
    for name in LISTS:
        path = f"/api/v2/{name}/?limit=100"
        found |= {path, f"{path}&fields=*", f"/api/v2/{name}/?limit=3&offset=2"}
        found |= {f"{path}&order={order}" for order in ORDERS}
        found |= {f"{path}&search={word}" for word in (*WORDS, "e")}
        found |= {f"{path}&{narrowed}" for narrowed in FILTERS[name]}
        found |= {f"{path}&{narrowed}&fields=*" for narrowed in FILTERS[name]}
    return found


def others() -> set[str]:
    """Return the changes, the site, and the pages of lists and of nothing."""
    everything = ChangesCursor(0, 0, filters_of(ChangesQuery()))
    found = {f"/api/v2/changes/?limit=100{more}" for more in CHANGES}
    found |= {f"/api/v2/changes/?limit=100&cursor={everything}"}
    found |= {"/api/v2/site/", "/api/v2/site/?locale=es", "/api/v2/openapi.json"}
    found |= {f"/library/{narrowed}" for narrowed in LIBRARY}
    found |= {f"{root}/search/?q={w}" for w in (*WORDS, "e") for root in ("", "/es")}
    found |= {f"{above}/{word}/" for word in WORDS for above in ("", "/news", "/about")}
    return found


CHANGES = ("", "&resource=documents", "&type=news.NewsPage", "&locale=es")


def things() -> set[str]:
    """Return where each public thing is, for people and for programs."""
    found = set()
    for row in Publication.objects.live():
        if row.resource != "site":
            found.add(f"/api/v2/{row.resource}/{row.object_id}/")
        if row.path:
            found.add(row.path)
        if row.path and row.resource == "pages":
            found.add(f"/api/v2/pages/find/?html_path={row.path}")
    return found


def hidden_things(world: World) -> set[str]:
    """Return where hidden things would be.

    Not the pages of private ones: who asks for one is sent to sign in, and told by
    that that there is something.
    """
    found = set()
    for name in (*DRAFTS, *PRIVATE):
        page = getattr(world, name)
        found |= {
            f"/api/v2/pages/{page.pk}/",
            f"/api/v2/pages/?child_of={page.pk}",
            f"/api/v2/pages/find/?id={page.pk}",
            f"/api/v2/pages/find/?html_path={page.get_url()}",
            f"/events/{page.pk}.ics",
        }
    found |= {getattr(world, name).get_url() for name in DRAFTS}
    for document in (world.unreleased, world.private_document, world.coming):
        found |= {f"/api/v2/documents/{document.pk}/", document.download_path}
        found |= {document.path, f"/documents/{document.pk}/", document.url}
    image = world.private_image
    return found | {f"/api/v2/images/{image.pk}/", images.original_path(image)}


def answer(path: str) -> tuple[int, bytes, dict[str, Any]]:
    """Return all that a visitor gets: status, content and headers."""
    caches["answers"].clear()
    response = Client().get(path)
    content = b"".join(response) if response.streaming else response.content
    return response.status_code, content, dict(response.headers)
