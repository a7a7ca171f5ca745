"""Each page of the demonstration says the same in HTML and in JSON.

Compared, for each page and each document, in both languages and both ways unless said
otherwise:

- title, in the heading and for search engines, with description, canonical address,
  translations and the image that is shared;
- dates that the page marks as such: of the thing, of what it lists, of its changes;
- links: in running text, buttons, related pages, breadcrumbs, lists, contacts, sources;
- images, with their alternative text, address and sizes;
- documents attached, in their order;
- what stands around: name, navigation, footer, required links, languages, contact.

Chrome, and not compared: links to a place on the same page or to another page of a
list, the search form, the link that skips to the content, the sign of links that leave
the site, ways to share a page, to go on from it and to compare its figures with others.
A list is compared with what
the API lists of the same, as far as its first page goes.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

from bs4 import BeautifulSoup

from cms.publishing.models import Publication
from cms.publishing.registry import type_named
from cms.publishing.schemas import PageDetail, PublicSchema
from cms.publishing.schemas.site import SiteInfo
from documents.api import DocumentDetail, DocumentLibraryDetail
from home.api import HomeDetail, ImpactIndexDetail
from news.api import NewsIndexDetail, StoryIndexDetail, WebinarIndexDetail
from tests.home.demonstration import DemonstrationTestCase

from . import page as html
from . import shown

# What the sections list, and how the API is asked for it.
LISTED: dict[type[PublicSchema], tuple[str, ...]] = {
    NewsIndexDetail: ("pages/?type=news.NewsPage",),
    StoryIndexDetail: ("pages/?type=news.StoryPage",),
    ImpactIndexDetail: ("pages/?type=home.ImpactPage",),
    WebinarIndexDetail: (
        "pages/?type=news.WebinarPage&state=upcoming,live",
        "pages/?type=news.WebinarPage&state=past,cancelled",
    ),
    DocumentLibraryDetail: ("documents/?status=current,under_review",),
}


# Where else the list of the library is.
AS_DATA = "/api/v2/documents/?status=current,under_review&order=-date"
# How to hear of what is new in the sections.
FOLLOWED = {
    NewsIndexDetail: "news",
    StoryIndexDetail: "stories",
    WebinarIndexDetail: "events",
}

# Stands for the picture of pages that have none: tests/sharing looks at that.
DRAWN = "drawn"


class Both:
    """A page as HTML and as JSON, the cards of its list included."""

    def __init__(self, client: Any, row: Publication) -> None:
        self.client, self.path = client, row.path
        response = client.get(row.path)
        assert response.status_code == 200, row.path
        page = BeautifulSoup(response.content, "html.parser")
        self.html = html.without_signs(page)
        self.main = self.html.find("main")
        self.json = self.shape(f"/api/v2/{row.resource}/{row.object_id}/")
        self.cards = list(self.listed())

    def get(self, url: str) -> Any:
        response = self.client.get(url)
        assert response.status_code == 200, f"{url}: {response.content!r}"
        return response.json()

    def shape(self, url: str) -> Any:
        answer = self.get(url)
        return type_named(answer["meta"]["type"]).detail.model_validate(answer)

    def listed(self) -> Iterator[PublicSchema]:
        for question in LISTED.get(type(self.json), ()):
            below = f"&descendant_of={self.json.id}" if "pages" in question else ""
            limit = f"&limit={type_named(self.json.meta.type).model.per_page}"
            for item in self.get(f"/api/v2/{question}{below}{limit}")["items"]:
                yield type_named(item["meta"]["type"]).card.model_validate(item)

    @property
    def language(self) -> str:
        """Return the language of the page around the content."""
        return self.json.meta.locale if isinstance(self.json, PageDetail) else "en"

    @property
    def site(self) -> SiteInfo:
        answer = self.get(f"/api/v2/site/?locale={self.language}")
        return SiteInfo.model_validate(answer)


class HtmlEqualsJsonTests(DemonstrationTestCase):
    pages: list[Both]

    def setUp(self) -> None:
        rows = Publication.objects.live().exclude(path="").order_by("path")
        self.pages = [Both(self.client, row) for row in rows]

    def assert_same(self, of_html: Any, of_json: Any) -> None:
        """Say of each page in which the two differ what each of them has."""
        both = {each.path: (of_html(each), of_json(each)) for each in self.pages}
        assert {
            path: sides for path, sides in both.items() if sides[0] != sides[1]
        } == {}

    def test_all_pages_and_documents_in_both_languages_are_compared(self):
        kinds = {type(each.json) for each in self.pages}

        assert len(self.pages) >= 40
        assert {each.language for each in self.pages} == {"en", "es"}
        assert kinds >= {HomeDetail, DocumentDetail, *LISTED}

    def test_title(self):
        def title(each: Both) -> str:
            lines = getattr(each.json, "hero_lines", [])
            return " ".join(" ".join(lines).split()) if lines else each.json.title

        self.assert_same(lambda each: html.words(each.main.find("h1")), title)
        self.assert_same(lambda each: each.html.html["lang"], lambda e: e.language)

    def test_head(self):
        self.assert_same(lambda each: html.head(each.html), head)

    def test_dates(self):
        self.assert_same(
            lambda each: html.dates(each.main), lambda each: each_of(shown.dates, each)
        )

    def test_links(self):
        self.assert_same(lambda each: html.links(each.main, each.path), links)

    def test_images(self):
        def images(each: Both) -> Any:
            cards = [c for c in each.cards if not hasattr(c, "attachments")]
            return sorted(i for part in (each.json, *cards) for i in shown.images(part))

        self.assert_same(lambda each: html.images(each.main), images)

    def test_attachments(self):
        def files(each: Both) -> Any:
            sections = {"aria-labelledby": ["attachments", "slides"]}
            return html.files(each.main.find("section", attrs=sections))

        def attachments(each: Both) -> Any:
            found = getattr(each.json, "attachments", getattr(each.json, "slides", []))
            return [(link.title, link.path, link.download_url) for link in found]

        self.assert_same(files, attachments)
        assert sum(len(attachments(each)) for each in self.pages) > 5

    def test_what_stands_around(self):
        self.assert_same(lambda each: around_html(each.html), around_json)

    def test_a_difference_is_seen(self):
        """Else all would be equal because nothing is looked at."""
        (news,) = [each for each in self.pages if "idr-forum-ome" in each.path]

        news.json.title = "Another title"
        assert head(news)["title"] != html.head(news.html)["title"]
        news.json.published_on = date(2000, 1, 1)
        assert each_of(shown.dates, news) != html.dates(news.main)
        news.json.attachments.pop()
        assert links(news) < html.links(news.main, news.path)
        news.json.image.alt = "Other words"
        assert shown.images(news.json) != html.images(news.main)


def each_of(look: Any, each: Both) -> set[Any]:
    """Return what is seen in a content and in what it lists."""
    found: set[Any] = look(each.json)
    for card in each.cards:
        found |= look(Listed(card=card))
    return found


class Listed(PublicSchema):
    """A card in a list, which stands at no place of its own."""

    card: Any


def links(each: Both) -> set[str]:
    found = each_of(shown.links, each)
    if isinstance(each.json, DocumentDetail):
        # The way to a document leads through home and the library.
        site = each.site
        found |= {x.home.path for x in site.locales if x.code == each.language}
        library = "documents.DocumentLibraryPage"
        pages = [link.page for link in site.navigation if link.page]
        found |= {page.path for page in pages if page.type == library}
        found |= shown.earlier_files(each.json) | around_document(each.json, site)
    language = "" if each.language == "en" else f"/{each.language}"
    if isinstance(each.json, DocumentLibraryDetail):
        feeds = (f"{language}/documents/feed.{k}" for k in ("rss", "atom", "json"))
        found |= {AS_DATA, *feeds}
    if name := FOLLOWED.get(type(each.json)):
        found |= {f"{language}/feeds/{name}.{k}" for k in ("rss", "atom", "json")}
        if name == "events":
            calendar = f"{language}/events/calendar.ics"
            host = each.site.root_url.partition("://")[2]
            found |= {calendar, f"webcal://{host}{calendar}"}
    return found


def around_document(document: DocumentDetail, site: SiteInfo) -> set[str]:
    """Return where citations are, and whom one may ask for another format."""
    subject = f"Another format of “{document.title}” (document {document.id})"
    return {
        f"{document.meta.path}cite.bib",
        f"{document.meta.path}cite.ris",
        f"mailto:{site.contact.email}?subject={quote(subject, safe='')}",
        f"tel:{site.contact.phone}",
    }


def head(each: Both) -> dict[str, Any]:
    meta, content = each.json.meta, each.json
    described = getattr(meta, "search_description", "") or content.summary
    names = ("social_image", "image", "portrait")
    image = next((i for n in names if (i := getattr(content, n, None))), None)
    return {
        "title": whole_title(each),
        "canonical": meta.html_url,
        "alternates": alternates(each),
        "description": described or None,
        "og:title": content.title,
        "og:image": shared_address(image) if image else DRAWN,
        "og:image:alt": image.alt if image else DRAWN,
    }


def alternates(each: Both) -> dict[str, str]:
    """Return where the page is in each language, or nothing where it is in one."""
    own = each.json.meta.html_url
    if isinstance(each.json, DocumentDetail):
        # The same content, with another frame around it.
        spanish = own.replace("/documents/", "/es/documents/", 1)
        return {"en": own, "es": spanish, "x-default": own}
    found = {t.locale: t.url for t in getattr(each.json, "translations", [])}
    if not found:
        return {}
    found[each.language] = own
    return {**found, "x-default": found["en"]}


def whole_title(each: Both) -> str:
    """Return the title with the section above, and the tagline where it is short."""
    meta, content, site = each.json.meta, each.json, each.site
    above = [link.title for link in getattr(content, "breadcrumbs", [])[1:][-1:]]
    if isinstance(content, DocumentDetail):
        above = [content.document_type_label]
    title = getattr(meta, "seo_title", "") or content.title
    whole = " | ".join([title, *above, site.name])
    return whole if len(whole) >= 20 else f"{whole} | {site.tagline}"


def shared_address(image: Any) -> str:
    """Return the file of an image that previews show: as wide as they are, or cut."""
    as_wide = 1.6 <= image.width / image.height <= 2.1
    return image.url if as_wide or not image.card else image.card.url


def around_html(page: BeautifulSoup) -> dict[str, Any]:
    header, footer = page.find("header"), page.find("footer")
    return {
        "name": html.words(page.find(class_="site-name__word")),
        "tagline": html.words(page.find(class_="site-name__tagline")),
        "navigation": html.entries(header.find(class_="site-nav--wide")),
        "folded": html.entries(header.find(class_="site-nav--folded")),
        "languages": languages(page),
        "footer": html.entries(footer.find(class_="site-footer__links")),
        "contact": html.entries(footer.find("section")),
        "required": html.entries(
            page.find(class_="usa-identifier__required-links-list")
        ),
        "agency": html.entries(page.find(class_="usa-identifier__identity")),
    }


def languages(page: BeautifulSoup) -> list[str]:
    """Return the names of the languages, without the word that it is another page."""
    for note in page.select(".languages__note"):
        note.decompose()
    return [html.words(li) for li in page.select(".languages li")]


def around_json(each: Both) -> dict[str, Any]:
    site = each.site
    email, phone = site.contact.email, site.contact.phone
    return {
        "name": site.name,
        "tagline": site.tagline,
        "navigation": [(link.label, link.url) for link in site.navigation],
        "folded": [(link.label, link.url) for link in site.navigation],
        "languages": [locale.name for locale in site.locales],
        "footer": [(link.label, link.url) for link in site.footer_links],
        "contact": [(email, f"mailto:{email}"), (phone, f"tel:{phone}")],
        "required": [(link.label, link.url) for link in site.required_links],
        "agency": [(site.agency.name, site.agency.url)],
    }
