"""What is asked of the site about a secret, and every route that it has."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms import images
from cms.api.changes import filters_of
from cms.api.cursors import ChangesCursor
from cms.api.query import ChangesQuery
from cms.models import (
    DocumentSeries,
    Measure,
    Office,
    Programme,
    Source,
    Term,
    Topic,
)
from documents.models import CustomDocument

from .secret_things import Secret

ALL = ChangesQuery()
# Name of the route and the address at which a secret would be found through it.
# None where the route has no address for a thing of this kind.
ROUTES: dict[str, Callable[[Secret], str | None]] = {}
# The names of those that are the address of a secret itself, and of which kind.
OWN: dict[str, type] = {}


def everywhere(name: str, path: str) -> None:
    """A place that may show any of the secrets."""
    ROUTES[name] = lambda secret: path


def asking(name: str, path: str) -> None:
    """A place that is asked for the secret's own words, or for its number."""
    ROUTES[name] = lambda secret: path.format(q=secret.canary, pk=secret.obj.pk)


def own(name: str, kind: type, path: Callable[..., str], *more: Any) -> None:
    """The address of a secret itself; `path` gets it, and what more is given here."""

    def address(secret: Secret) -> str | None:
        return path(secret.obj, *more) if isinstance(secret.obj, kind) else None

    ROUTES[name] = address
    OWN[name] = kind


for name, path in {
    "home": "/",
    "news index": "/news/",
    "news item": "/news/hub/",
    "stories index": "/stories/",
    "webinars index": "/webinars/",
    "webinar": "/webinars/event/",
    "impact index": "/impact/",
    "library": "/library/",
    "library, all": "/library/?status=all",
    "search, described": "/search/description.xml",
    "library as CSV": "/library/?status=all&format=csv",
    "documents as RSS": "/documents/feed.rss",
    "documents as Atom": "/documents/feed.atom",
    "documents as JSON Feed": "/documents/feed.json",
    "documents as Atom in Spanish": "/es/documents/feed.atom",
    "series": "/documents/series/series/",
    "series in Spanish": "/es/documents/series/series/",
    "series as RSS": "/documents/series/series/feed.rss",
    "series as Atom": "/documents/series/series/feed.atom",
    "series as JSON Feed": "/documents/series/series/feed.json",
    "files of a series": "/documents/series/series/series.zip",
    "security.txt": "/.well-known/security.txt",
    "robots": "/robots.txt",
    "sitemap": "/sitemap.xml",
    "sitemap of documents": "/sitemap-documents-1.xml",
    "sitemap of series": "/sitemap-series-1.xml",
    "everything as RSS": "/feeds/all.rss",
    "everything as Atom": "/feeds/all.atom",
    "everything as JSON Feed": "/feeds/all.json",
    "everything as Atom in Spanish": "/es/feeds/all.atom",
    "news as RSS": "/feeds/news.rss",
    "stories as Atom": "/feeds/stories.atom",
    "events as JSON Feed": "/feeds/events.json",
    "calendar": "/events/calendar.ics",
    "calendar in Spanish": "/es/events/calendar.ics",
    "404 in Spanish": "/es/there-is-nothing-here/",
    "404": "/there-is-nothing-here/",
    "style guide": "/styleguide/",
    "API page list": "/api/v2/pages/?limit=100",
    "API page list, whole": "/api/v2/pages/?limit=100&fields=*",
    "API page list, trees": "/api/v2/pages/?limit=100&fields=*&rich_text=tree",
    "API pages below home": "/api/v2/pages/?descendant_of=root&limit=100&fields=*",
    "API document list": "/api/v2/documents/?limit=100",
    "API document list, whole": "/api/v2/documents/?limit=100&fields=*",
    "API image list": "/api/v2/images/?limit=100",
    "API image list, whole": "/api/v2/images/?limit=100&fields=*",
    "API topics": "/api/v2/topics/?limit=100",
    "API programmes": "/api/v2/programmes/?limit=100",
    "API measures": "/api/v2/measures/?limit=100",
    "API sources": "/api/v2/sources/?limit=100",
    "API series": "/api/v2/series/?limit=100",
    "API offices": "/api/v2/offices/?limit=100",
    "API terms": "/api/v2/terms/?limit=100",
    "API statistics": "/api/v2/impact/?limit=100",
    "API statistics as CSV": "/api/v2/impact/?format=csv",
    "API redirects": "/api/v2/redirects/?limit=100",
    "API index": "/api/v2/",
    "API site": "/api/v2/site/",
    "API changes": "/api/v2/changes/?limit=100",
    "API changes, trees": "/api/v2/changes/?limit=100&rich_text=tree",
    "API home page": "/api/v2/pages/find/?html_path=/",
    "API description": "/api/v2/openapi.json",
    "API documentation": "/api/v2/docs/",
    "API, unknown": "/api/v2/there-is-nothing-here/",
}.items():
    everywhere(name, path)


def tombstones(secret: Secret) -> str:
    """All of the log, for a reader who is told of everything that is gone, too."""
    return f"/api/v2/changes/?limit=100&cursor={ChangesCursor(0, 0, filters_of(ALL))}"


ROUTES["API changes, tombstones"] = tombstones

for name, path in {
    "search for its words": "/search/?q={q}",
    "search in Spanish": "/es/search/?q={q}",
    "search narrowed down": "/search/?q={q}&type=news.NewsPage&since=2000-01-01",
    "API search": "/api/v2/search/?q={q}&facets=*&highlight=true",
    "API search for any word": "/api/v2/search/?q={q}%20OR%20text&facets=*&limit=100",
    "API suggestions": "/api/v2/search/suggest/?q={q}",
    "news of its topic": "/news/?topic={q}",
    "stories of its topic": "/stories/?topic={q}",
    "events of its topic": "/webinars/?topic={q}",
    "figures compared": "/impact/?compare={pk}",
    "figures of its group compared": "/impact/?compare={q}",
    "library for its words": "/library/?q={q}&status=all",
    "library for its topic": "/library/?topic={q}&status=all",
    "library for its series": "/library/?series={q}&status=all",
    "library for its words as CSV": "/library/?q={q}&status=all&format=csv",
    "API search in pages": "/api/v2/pages/?search={q}",
    "API search in documents": "/api/v2/documents/?search={q}",
    "API search in images": "/api/v2/images/?search={q}",
    "API search in topics": "/api/v2/topics/?search={q}",
    "API topic by its slug": "/api/v2/topics/?slug={q}",
    "API search in redirects": "/api/v2/redirects/?search={q}",
    "API redirects from it": "/api/v2/redirects/?html_path=/{q}/",
    "API redirects from before": "/api/v2/redirects/?html_path=/{q}-before/",
    "API statistics of its group": "/api/v2/impact/?group={q}",
    "API statistics of its measure": "/api/v2/impact/?measure={pk}",
    "API documents attached to it": "/api/v2/documents/?attachments_of={pk}",
    "API children of it": "/api/v2/pages/?child_of={pk}",
    "API descendants of it": "/api/v2/pages/?descendant_of={pk}",
}.items():
    asking(name, path)

own("event as iCalendar", Page, lambda page: f"/events/{page.pk}.ics")
own("page", Page, lambda page: page.get_url_parts()[2])
own("API page", Page, lambda page: f"/api/v2/pages/{page.pk}/")
own("API find by path", Page, lambda p: f"/api/v2/pages/find/?html_path={p.get_url()}")
own("API find by id", Page, lambda page: f"/api/v2/pages/find/?id={page.pk}")
own("landing page", CustomDocument, lambda document: document.path)
own("landing page, other words", CustomDocument, lambda d: f"/documents/{d.pk}/x/")
own("landing page in Spanish", CustomDocument, lambda d: f"/es{d.path}")
own(
    "landing page in Spanish, other words",
    CustomDocument,
    lambda d: f"/es/documents/{d.pk}/x/",
)
own(
    "landing page in Spanish by number",
    CustomDocument,
    lambda d: f"/es/documents/{d.pk}/",
)
own("landing page by number", CustomDocument, lambda d: f"/documents/{d.pk}/")
own("download", CustomDocument, lambda document: document.download_path)
own("download, other name", CustomDocument, lambda d: f"/documents/{d.pk}/latest/x")
own("citation as BibTeX", CustomDocument, lambda d: f"{d.path}cite.bib")
own("citation as RIS", CustomDocument, lambda d: f"{d.path}cite.ris")
own("citation, other words", CustomDocument, lambda d: f"/documents/{d.pk}/x/cite.bib")
own("Wagtail's download", CustomDocument, lambda d: wagtail_download(d))
own("API document", CustomDocument, lambda d: f"/api/v2/documents/{d.pk}/")
own("API document's text", CustomDocument, lambda d: f"/api/v2/documents/{d.pk}/text/")
own("first version", CustomDocument, lambda d: first_version(d))
own("first version, other name", CustomDocument, lambda d: f"/documents/{d.pk}/v/1/x")
own("first version's cover", CustomDocument, lambda d: cover_path(d))
own("redirect", Redirect, lambda redirect: f"{redirect.old_path}/")
own("API redirect", Redirect, lambda redirect: f"/api/v2/redirects/{redirect.pk}/")
for kind, model in {
    "topics": Topic,
    "programmes": Programme,
    "measures": Measure,
    "sources": Source,
    "series": DocumentSeries,
    "offices": Office,
    "terms": Term,
}.items():
    own(f"API {kind}, one", model, lambda s, kind=kind: f"/api/v2/{kind}/{s.pk}/")


for name, path in {
    "page": "/documents/series/{slug}/",
    "as RSS": "/documents/series/{slug}/feed.rss",
    "files": "/documents/series/{slug}/{slug}.zip",
}.items():
    own(f"series, {name}", DocumentSeries, lambda s, p=path: p.format(slug=s.slug))


def wagtail_download(document: CustomDocument) -> str:
    return f"/documents/file/{document.pk}/{quote(document.filename)}"


def first_version(document: CustomDocument) -> str:
    """Return where a document's first file is or was, under its name."""
    now = f"/documents/{document.pk}/v/1/{quote(document.filename)}"
    return getattr(document, "path_before", now)


def cover_path(document: CustomDocument) -> str:
    return f"/documents/{document.pk}/v/1/cover.webp"


def size_path(image: Any, preset: images.Preset, place: int) -> str:
    return images.sizes_of(image, preset)[place].path


def path_before(image: Any) -> str:
    """Where the file was that was replaced; else where none has been."""
    now = images.original_path(image)
    return getattr(
        image, "path_before", now.replace(images.version_of(image), "0" * 12)
    )


def register_image_routes() -> None:
    from cms.models import CustomImage

    own("API image", CustomImage, lambda image: f"/api/v2/images/{image.pk}/")
    own("image", CustomImage, images.original_path)
    for preset in (images.WHOLE, images.CARD):
        for place, extension in ((0, "avif"), (-1, "webp")):
            name = f"image, {preset.name} as {extension}"
            own(name, CustomImage, size_path, preset, place)
    own("image before its file was replaced", CustomImage, path_before)
    own("stored image", CustomImage, lambda image: f"/media/{image.file.name}")


register_image_routes()

# Not asked, and why.
ELSEWHERE = {
    # Asks for a name and a password before anything else: tests/test_admin.py.
    settings.ADMIN_PATH.lstrip("/"),
    # Ask for a password by POST and show a form that names nothing.
    "_util/",
    "documents/file/authenticate_with_password/",
}


def all_routes() -> Iterator[str]:
    """Yield the route of each address of the site, as Django writes it."""

    def inside(patterns: Any, above: str) -> Iterator[str]:
        for pattern in patterns:
            route = above + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from inside(pattern.url_patterns, route)
            elif isinstance(pattern, URLPattern):
                yield route

    for route in inside(get_resolver().url_patterns, ""):
        if not any(route.startswith(start) for start in ELSEWHERE):
            yield route
