"""What an HTML page has, as its reader's browser finds it."""

import re
from datetime import date, datetime
from typing import Any

from bs4 import BeautifulSoup, Tag


def without_signs(page: BeautifulSoup) -> BeautifulSoup:
    """Return the page without the signs of links that leave the site."""
    for sign in page.select("a > .external"):
        assert sign.select_one(".usa-sr-only"), f"{sign.parent} is not heard"
        sign.decompose()
    return page


def words(element: Tag | None) -> str:
    """Return the text of an element as it is read, with single spaces."""
    return " ".join(element.get_text(" ").split()) if element else ""


# What stands beside the content of a page: ways to go on, and to take it along.
WAYS_ON = [
    *(".share", ".related", ".doors", ".compare", ".take-along"),
    ".translation-notice",
]
# The page of a document, which is the same in each language but for what is around it.
OF_DOCUMENT = re.compile(r"^/[a-z]{2}(?=/documents/(?:[0-9]+|series)/)")


def links(element: Tag, path: str) -> set[str]:
    """Return the addresses to which it leads, other than the page itself.

    `path` is that of the page.
    """
    beside = {a for part in element.select(", ".join(WAYS_ON)) for a in part("a")}
    anchors = [a for a in element.find_all("a", href=True) if a not in beside]
    addresses = {str(anchor["href"]) for anchor in anchors}
    own = re.compile(rf"({re.escape(path)})?[#?]")
    return {whatever(address) for address in addresses if not own.match(address)}


def whatever(address: str) -> str:
    """Return an address of the site, of documents that in no language."""
    return OF_DOCUMENT.sub("", address)


def images(element: Tag) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return alternative text, address and sizes of each image."""
    return sorted(
        (str(image["alt"]), str(image["src"]), sizes(image))
        for image in element.find_all("img")
    )


def sizes(image: Tag) -> tuple[str, ...]:
    picture = image.find_parent("picture")
    sources = picture.find_all("source") if picture else []
    sets = [str(source["srcset"]) for source in sources]
    return tuple(part.split()[0] for each in sets for part in each.split(", "))


def dates(element: Tag) -> set[date | datetime]:
    return {moment(str(time["datetime"])) for time in element.find_all("time")}


def moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def files(section: Tag | None) -> list[tuple[str, str, str]]:
    """Return title, page and file of the documents in a section, in their order."""
    found = []
    for file in section.find_all(class_="file") if section else []:
        page, download = file.find_all("a")
        address = whatever(str(page["href"]))
        found.append((words(page), address, str(download["href"])))
    return found


def entries(element: Tag | None) -> list[tuple[str, str]]:
    """Return the words and addresses of the links in a list, in their order."""
    anchors = element.find_all("a") if element else []
    return [(words(anchor), str(anchor["href"])) for anchor in anchors]


def head(page: BeautifulSoup) -> dict[str, Any]:
    """Return what search engines and other sites read."""
    named = {
        str(meta.get("name") or meta.get("property")): meta.get("content")
        for meta in page.find_all("meta")
    }
    alternates = page.find_all("link", rel="alternate", hreflang=True)
    drawn = "/static/" in named["og:image"]
    return {
        "title": words(page.title),
        "canonical": page.find("link", rel="canonical")["href"],  # type: ignore[index]
        "alternates": {str(a["hreflang"]): str(a["href"]) for a in alternates},
        "description": named.get("description"),
        "og:title": named.get("og:title"),
        "og:image": "drawn" if drawn else named["og:image"],
        "og:image:alt": "drawn" if drawn else named.get("og:image:alt"),
    }
