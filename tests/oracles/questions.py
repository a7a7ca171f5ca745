"""What is asked of the site: every list in several ways, every thing, every page."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django.core.cache import caches
from django.test import Client

from cms import images
from cms.api.changes import filters_of
from cms.api.cursors import ChangesCursor
from cms.api.query import ChangesQuery
from cms.publishing.models import SNIPPETS, Publication, Resource
from cms.publishing.registry import published_type
from tests.freshness.world import World

from .hidden import DRAFTS, PRIVATE, WORDS
from .hidden_redirects import HIDDEN_REDIRECTS
from .hidden_snippets import HIDDEN_SNIPPETS

ORDERS = ("title", "-date", "id", "-first_published_at", "last_published_at")
LISTS = tuple(resource for resource in Resource if resource != Resource.SITE)
SLUGS = ("slug=topic", "slug=hidden", "slug=otter")
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
    "topics": SLUGS,
    "series": SLUGS,
    "redirects": ("html_path=/to-person", "html_path=/to-draft", "html_path=/otter/"),
}
STATISTICS = (
    *("", "?format=csv", "?limit=2&offset=1", "?order=measure,-value,group"),
    *("?programme_year=1999-00", "?programme_year=1998-99", "?programme_year=2028-29"),
    *("?status=reported", "?status=not_available", "?group=all", "?group=Hidden"),
    *("?measure=1", "?measure=2", "?locale=es", "?order=-label&format=csv"),
)
# Where redirects lead from, of which those to hidden things must not.
OLD_PATHS = (
    *("to-person", "to-slides", "away", "to-draft", "to-private", "to-unreleased"),
    *("to-address", "to-vault", "to-coming", *(f"former-{word}" for word in WORDS)),
)
# Where the drafts of public pages will be.
LATER = tuple(f"later-{word}" for word in WORDS)
LIBRARY = (
    *("", "?status=all", "?type=guidance", "?series=hidden", "?topic=hidden"),
    *("?type=form&topic=topic&status=all", "?year=1999&language=es", "?sort=title"),
    *("?status=all&format=csv", "?series=series&format=csv"),
)
KINDS = ("rss", "atom", "json")
SERIES = ("series", "hidden", "otter")
PLACES = tuple(f"series/{slug}/" for slug in SERIES)


def questions(world: World) -> list[str]:
    """Return all addresses, in one order."""
    found = {*lists(), *others(), *things(), *hidden_things(world)}
    return sorted(found)


def lists() -> set[str]:
    found = set()
    for name in LISTS:
        path = f"/api/v2/{name}/?limit=100"
        found |= {path, f"{path}&fields=*", f"/api/v2/{name}/?limit=3&offset=2"}
        found |= {f"{path}&format=csv", f"/api/v2/{name}/?id=1,2,3"}
        orders = ("title", "-id") if name in SNIPPETS else ORDERS
        found |= {f"{path}&order={order}" for order in orders}
        found |= {f"{path}&search={word}" for word in (*WORDS, "e")}
        filters = FILTERS.get(name, ())
        found |= {f"{path}&{narrowed}" for narrowed in filters}
        found |= {f"{path}&{narrowed}&fields=*" for narrowed in filters}
    return found | {f"/api/v2/impact/{asked}" for asked in STATISTICS}


def others() -> set[str]:
    """Return the changes, the site, and the pages of lists and of nothing."""
    everything = ChangesCursor(0, 0, filters_of(ChangesQuery()))
    found = {f"/api/v2/changes/?limit=100{more}" for more in CHANGES}
    found |= {f"/api/v2/changes/?limit=100&cursor={everything}"}
    found |= {"/api/v2/site/", "/api/v2/site/?locale=es", "/api/v2/openapi.json"}
    found |= {f"/library/{narrowed}" for narrowed in LIBRARY}
    found |= {f"/library/?status=all&q={word}" for word in (*WORDS, "e")}
    found |= {f"/documents/{at}feed.{kind}" for at in ("", *PLACES) for kind in KINDS}
    found |= {f"/documents/{place}" for place in PLACES}
    found |= {f"/documents/series/{slug}/{slug}.zip" for slug in SERIES}
    found |= {f"{root}/search/?q={w}" for w in (*WORDS, "e") for root in ("", "/es")}
    places = {f"{above}/{w}/" for w in WORDS for above in ("", "/news", "/about")}
    places |= {f"/{old_path}/" for old_path in (*OLD_PATHS, *LATER)}
    found |= places | {f"/api/v2/pages/find/?html_path={place}" for place in places}
    return found


CHANGES = (
    *("", "&resource=documents", "&type=news.NewsPage", "&locale=es"),
    *("&resource=topics,offices,measures,terms", "&resource=redirects"),
)


def things() -> set[str]:
    """Return where each public thing is, for people and for programs."""
    found = set()
    for row in Publication.objects.live():
        if row.resource != "site":
            found.add(f"/api/v2/{row.resource}/{row.object_id}/")
        if row.path:
            found.add(row.path)
        if row.resource == Resource.DOCUMENTS:
            found |= {f"{row.path}cite.bib", f"{row.path}cite.ris"}
        if row.path and row.resource in ("pages", "redirects"):
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
        found |= {f"{document.path}cite.bib", f"/documents/{document.pk}/x/cite.ris"}
    found |= {f"/api/v2/pages/find/?html_path=/secret-{word}/" for word in WORDS}
    for name in HIDDEN_SNIPPETS:
        snippet = getattr(world, name)
        resource = published_type(type(snippet)).resource
        found |= {
            f"/api/v2/{resource}/{snippet.pk}/",
            f"/api/v2/{resource}/?id={snippet.pk}",
        }
    found.add(f"/api/v2/impact/?measure={world.hidden_measure.pk}")
    for name in HIDDEN_REDIRECTS:
        found.add(f"/api/v2/redirects/{getattr(world, name).pk}/")
    image = world.private_image
    return found | {f"/api/v2/images/{image.pk}/", images.original_path(image)}


def answer(path: str) -> tuple[int, bytes, dict[str, Any]]:
    """Return all that a visitor gets: status, content and headers."""
    caches["answers"].clear()
    response = Client().get(path)
    content = b"".join(response) if response.streaming else response.content
    if response.headers.get("Content-Type") == "application/zip":
        content = without_times(content)
    return response.status_code, content, dict(response.headers)


def without_times(archive: bytes) -> bytes:
    """Return what is in an archive, without the moment at which it was made."""
    files = ZipFile(BytesIO(archive)).infolist()
    return repr([(file.filename, file.file_size, file.CRC) for file in files]).encode()
