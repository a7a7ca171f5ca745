"""What a page has to show of its JSON: links, images and dates, wherever they stand.

Walks the public form of a thing by its schemas. What is said here to be left out is
all that a page does not show in its own part; everything else must be there.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from bs4 import BeautifulSoup
from django.utils import timezone

from cms.api.schemas import GlossaryDetail
from cms.publishing.schemas import (
    DocumentLink,
    ImageLink,
    Link,
    OfficeLink,
    PageCard,
    PageLink,
    ProgrammeLink,
    PublicSchema,
    SourceLink,
)
from cms.publishing.schemas.blocks import EmbedValue, RichTextItem
from cms.publishing.schemas.site import Contact
from documents.api import DocumentCard, DocumentDetail
from home.api import ImpactDetail, StandardDetail
from news.api import NewsCard, Recording, Registration, StoryDetail, WebinarCard

# In the head of a page, or in what surrounds it; topics have no address.
NOT_IN_MAIN = {"translations", "social_image", "topics", "locales"}
# Where a document is named without a link to its file.
WITHOUT_FILE = {"previous_in_series", "next_in_series", "replaced_by", "link"}
# Fields that are HTML.
MARKUP = {"mission", "introduction", "text"}
# Pages that say when they appeared, for want of a date of their own.
SAYING_WHEN = (GlossaryDetail, ImpactDetail, StandardDetail, StoryDetail)
# What leads to another site.
ELSEWHERE = (SourceLink, ProgrammeLink, EmbedValue, Registration, Recording)

Place = tuple[str, ...]


def walk(
    shape: PublicSchema, place: Place = ()
) -> Iterator[tuple[Place, PublicSchema]]:
    """Yield a public form and all in it, with the names of the fields on the way."""
    yield place, shape
    for name in type(shape).model_fields:
        if name in NOT_IN_MAIN:
            continue
        value = getattr(shape, name)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, PublicSchema):
                yield from walk(part, (*place, name))


# --- Links ------------------------------------------------------------------------


def links(content: PublicSchema) -> set[str]:
    """Return the addresses to which the page of this content leads."""
    found = {
        address
        for place, shape in walk(content)
        for address in addresses(place, shape)
        if address
    }
    return found | first_section(content)


def first_section(content: PublicSchema) -> set[str]:
    """Return where the home page leads for all news: to the section of the first."""
    updates = getattr(content, "updates", [])
    return {item.meta.parent.path for item in updates[:1] if item.meta.parent}


def addresses(place: Place, shape: Any) -> Iterator[str]:
    """Yield the addresses that one part of the content brings to the page."""
    yield from in_markup(shape)
    match shape:
        case PageLink() if "meta" not in place:
            yield shape.path
        case DocumentLink():
            yield shape.path
            if not WITHOUT_FILE & set(place) and shape.status != "withdrawn":
                yield shape.download_url
        case Link() if shape.page is None:
            yield shape.url
        case Contact() if place:
            yield from (f"mailto:{shape.email}", f"tel:{shape.phone}")
        case OfficeLink():
            yield from (shape.url, f"mailto:{shape.email}", f"tel:{shape.phone}")
        case PageCard() if place:
            yield shape.meta.path
        case DocumentCard():
            # Its own page need not lead to itself.
            yield shape.meta.path if place else ""
            yield shape.meta.download_url if shape.status != "withdrawn" else ""
            yield f"/documents/series/{shape.series.slug}/" if shape.series else ""
    yield getattr(shape, "calendar_url", "")
    if isinstance(shape, ELSEWHERE):
        yield shape.url


def earlier_files(document: DocumentDetail) -> set[str]:
    """Return where the files of several versions are, those still to be had."""
    several = document.versions if len(document.versions) > 1 else []
    return {v.download_url for v in several if v.withdrawal is None}


def in_markup(shape: PublicSchema) -> Iterator[str]:
    """Yield where running text leads."""
    names = {"value"} if isinstance(shape, RichTextItem) else MARKUP
    for name in names & type(shape).model_fields.keys():
        for anchor in BeautifulSoup(getattr(shape, name), "html.parser").find_all("a"):
            yield str(anchor["href"])


# --- Images -----------------------------------------------------------------------


def images(content: PublicSchema) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return alternative text, address and sizes of each image that a page shows."""
    pictures = [
        (shape.alt, shape.url, tuple(size.url for size in shape.renditions))
        for place, shape in walk(content)
        if isinstance(shape, ImageLink) and not is_in_list_of_news(place)
    ]
    # A list names documents without their first pages.
    cover = content.cover if isinstance(content, DocumentDetail) else None
    return sorted([*pictures, *([(cover.alt, cover.url, ())] if cover else [])])


def is_in_list_of_news(place: Place) -> bool:
    """A list names news without their pictures."""
    return place[:1] == ("updates",)


# --- Dates ------------------------------------------------------------------------


def dates(content: PublicSchema) -> set[date | datetime]:
    """Return the dates that a page marks as such."""
    found: set[date | datetime] = set()
    for place, shape in walk(content):
        if isinstance(shape, NewsCard):
            found.add(shape.published_on)
        if isinstance(shape, WebinarCard):
            found.add(shape.starts_at)
        if isinstance(shape, DocumentCard) and shape.document_date:
            found.add(shape.document_date)
        if isinstance(shape, DocumentDetail) and len(shape.versions) > 1:
            found |= {timezone.localdate(v.published_at) for v in shape.versions}
        if not place:
            found |= set(facts(shape))
    return found


def facts(content: Any) -> Iterator[date]:
    """Yield the days on which the page itself appeared, changed and was reviewed."""
    notes = getattr(content, "change_notes", [])
    yield from (note.changed_on for note in notes)
    if reviewed_on := getattr(content, "reviewed_on", None):
        yield reviewed_on
    if (notes or isinstance(content, SAYING_WHEN)) and content.meta.public_updated_at:
        yield timezone.localdate(content.meta.public_updated_at)
