"""A walk through the demonstration along its links, as a search engine goes."""

from collections import Counter, deque
from typing import Any, ClassVar
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup
from django.core.cache import caches
from django.test import Client

from cms.publishing.models import Publication
from tests.cms.sharing.head import Head, read_head
from tests.home.demonstration import DemonstrationTestCase

HOST = "http://localhost"
STARTS = ("/", "/es/")
# What a page loads, and by which attribute.
LOADED = {
    "img": ("src",),
    "script": ("src",),
    "source": ("src",),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
    "embed": ("src",),
}
# Links by which a browser loads something, too.
LOADING = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
NOT_PAGES = ("/api/", "/static/", "/images/", "/media/")


class Visited:
    """An answer at an address; `page` is None for what is no page."""

    def __init__(self, path: str, response: Any) -> None:
        self.path = path
        self.status = response.status_code
        self.cookies = dict(response.cookies)
        is_page = response["Content-Type"].startswith("text/html")
        content = b"".join(response) if response.streaming else response.content
        self.page = BeautifulSoup(content, "html.parser") if is_page else None
        self.head: Head | None = read_head(content) if is_page else None

    @property
    def links(self) -> set[str]:
        """Return the addresses to which people and programs are led from here."""
        found = self.page.find_all(["a", "link"], href=True) if self.page else []
        hrefs = {urljoin(HOST + self.path, str(link["href"])) for link in found}
        return {href for href in hrefs if href.startswith("http")}

    @property
    def loaded(self) -> set[str]:
        """Return the addresses of all that a browser loads to show the page."""
        found: set[str] = set()
        for element in self.page.find_all(True) if self.page else []:
            for name in LOADED.get(element.name, ()):
                found |= {element[name]} if element.has_attr(name) else set()
            for part in element.get("srcset", "").split(","):
                found |= set(part.split()[:1])
            if element.name == "link" and LOADING & set(element.get("rel", ())):
                found.add(element["href"])
        return {urljoin(HOST + self.path, address) for address in found}

    @property
    def ids(self) -> list[str]:
        return [element["id"] for element in self.page.find_all(id=True)]

    @property
    def is_canonical(self) -> bool:
        """Tell whether this is the one address of what is shown, and to be found."""
        head = self.head
        if head is None or self.status != 200 or "robots" in head.named:
            return False
        return head.canonical == HOST + self.path


def ways_on(found: Visited) -> list[str]:
    if "?" in found.path or found.path.startswith(NOT_PAGES):
        return []
    ours = (href for href in found.links if href.startswith(f"{HOST}/"))
    return sorted(urldefrag(href).url.removeprefix(HOST) for href in ours)


class CrawlTests(DemonstrationTestCase):
    # Filled in place: what is set anew would be copied for each test.
    visited: ClassVar[dict[str, Visited]] = {}

    @classmethod
    def setUpTestData(cls) -> None:
        """Go wherever a link leads; answers to a query are looked at, not followed."""
        super().setUpTestData()
        caches["answers"].clear()
        cls.visited.clear()
        ahead = deque(STARTS)
        while ahead:
            path = ahead.popleft()
            if path not in cls.visited:
                cls.visited[path] = found = Visited(path, Client().get(path))
                ahead.extend(ways_on(found))

    def pages(self) -> list[Visited]:
        return [each for each in self.visited.values() if each.page is not None]

    def found_by_others(self) -> list[Visited]:
        return [each for each in self.pages() if each.is_canonical]

    def test_walks_through_all_of_it(self):
        paths = Publication.objects.listed().exclude(path="").values_list("path")

        assert {path for (path,) in paths} - set(self.visited) == set()
        assert len(self.found_by_others()) >= 35

    def test_no_link_is_broken(self):
        broken = {
            p: each.status for p, each in self.visited.items() if each.status != 200
        }

        assert broken == {}

    def test_each_place_on_a_page_that_is_linked_is_there(self):
        missing = set()
        for each in self.pages():
            for href in each.links:
                address, place = urldefrag(href)
                there = self.visited.get(address.removeprefix(HOST))
                if place and there and there.page and unquote(place) not in there.ids:
                    missing.add((each.path, href))

        assert missing == set()

    def test_no_id_stands_twice_on_a_page(self):
        twice = {
            each.path: repeated
            for each in self.pages()
            if (repeated := [i for i, count in Counter(each.ids).items() if count > 1])
        }

        assert twice == {}

    def test_each_title_is_its_own_and_long_enough(self):
        titles = {each.path: each.head.title for each in self.found_by_others()}

        assert {p: title for p, title in titles.items() if len(title) < 20} == {}
        assert repeated_in(titles) == {}

    def test_each_description_is_its_own_and_long_enough(self):
        described = {
            each.path: each.head.named.get("description", "")
            for each in self.found_by_others()
        }

        assert {path: d for path, d in described.items() if len(d) < 50} == {}
        assert repeated_in(described) == {}

    def test_each_page_has_a_title_even_where_it_is_not_found(self):
        assert all(len(each.head.title) >= 20 for each in self.pages() if each.head)

    def test_nobody_gets_a_cookie(self):
        assert {p for p, each in self.visited.items() if each.cookies} == set()

    def test_nothing_is_loaded_from_elsewhere_and_all_of_it_is_there(self):
        loaded = {address for each in self.pages() for address in each.loaded}
        shared = {each.head.named["og:image"] for each in self.found_by_others()}

        assert {urlsplit(address).netloc for address in loaded | shared} == {
            "localhost"
        }
        for address in loaded | shared:
            path = address.removeprefix(HOST)
            # The server for tests does not send what stands in the repository.
            if not path.startswith("/static/"):
                assert self.client.get(path).status_code == 200, path

    def test_the_sitemap_has_what_the_walk_has_found(self):
        content = self.client.get("/sitemap.xml").content
        listed = {loc.text for loc in BeautifulSoup(content, "xml").find_all("loc")}
        found = {HOST + each.path for each in self.found_by_others()}
        # They stand in it as long as they are in force, and stay where they are.
        left = {
            f"{HOST}{prefix}{row.path}"
            for prefix in ("", "/es")
            for row in Publication.objects.of("documents").live()
            if '"status":"superseded"' in row.card.replace(" ", "")
        }

        assert {url for url in found if "?page=" not in url} - left == listed


def repeated_in(words: dict[str, str]) -> dict[str, list[str]]:
    """Return what stands on several pages, with their paths."""
    places: dict[str, list[str]] = {}
    for path, text in words.items():
        places.setdefault(text, []).append(path)
    return {text: paths for text, paths in places.items() if len(paths) > 1}
