"""What the style guide shows: what is public, and examples where nothing is yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings

from cms.blocks import ArticleBlocks
from cms.publishing.content import cards
from cms.publishing.models import Publication, PublicationQuerySet, Resource
from cms.publishing.registry import type_named
from cms.publishing.schemas import PageLink, Statistic
from cms.publishing.schemas.blocks import (
    CallToActionValue,
    EmbedValue,
    ImageValue,
    QuoteValue,
)
from cms.publishing.schemas.references import Link

# Of each kind of thing.
IN_A_LIST = 2
# As many pages are looked through for blocks; the newest first.
LOOKED_THROUGH = 100
BODIES = ("body", "agenda")


@dataclass(frozen=True)
class Specimen:
    """A kind of block with a value; None where there is nothing to show it with.

    `page` names the public page from which it comes; None of an example.
    """

    type: str
    label: str
    value: Any
    page: PageLink | None = None


class Specimens:
    """Public things of each kind, read from the publication log when asked for."""

    # --- Whole pages and lists --------------------------------------------------------

    @cached_property
    def news(self) -> list[Any]:
        return self.listed("news.NewsPage")

    @cached_property
    def events(self) -> list[Any]:
        return self.listed("news.WebinarPage")

    @cached_property
    def documents(self) -> list[Any]:
        return cards(newest(Publication.objects.listed().of(Resource.DOCUMENTS)))

    @cached_property
    def story(self) -> Any:
        """Return a story, one with places if there is any."""
        stories = self.whole("news.StoryPage")
        with_places = (story for story in stories if story.places)
        return next(with_places, stories[0] if stories else None)

    @cached_property
    def statistics(self) -> list[Statistic]:
        """Return the figures of the program year that has most of them."""
        years: list[list[Statistic]] = [
            year.statistics for year in self.whole("home.ImpactPage")
        ]
        return max(years, key=len, default=[])

    def listed(self, kind: str) -> list[Any]:
        return cards(newest(pages_of(kind)))

    def whole(self, kind: str) -> list[Any]:
        bodies = pages_of(kind).values_list("body", flat=True)[:LOOKED_THROUGH]
        return [type_named(kind).detail.model_validate_json(body) for body in bodies]

    # --- Blocks -----------------------------------------------------------------------

    @cached_property
    def blocks(self) -> list[Specimen]:
        """Return each kind of block in the order in which editors are offered them."""
        found = {specimen.type: specimen for specimen in reversed(self.in_use())}
        return [
            found.get(name) or Specimen(name, label_of(block), self.example(name))
            for name, block in ArticleBlocks().child_blocks.items()
        ]

    def in_use(self) -> list[Specimen]:
        rows = newest(pages(), LOOKED_THROUGH)
        whole = (
            type_named(row.type).detail.model_validate_json(row.body) for row in rows
        )
        return list(in_pages(whole))

    def example(self, name: str) -> Any:
        """Return a block made from what is public, or None."""
        makers = {
            "image": self.portrait,
            "quote": self.quotation,
            "statistic": self.figure,
            "embed": self.recording,
            "call_to_action": self.button,
        }
        return makers[name]() if name in makers else None

    def portrait(self) -> ImageValue | None:
        story = self.story
        if story is None or story.portrait is None:
            return None
        return ImageValue(image=story.portrait, caption=story.title)

    def quotation(self) -> QuoteValue | None:
        story = self.story
        if story is None or not story.quote:
            return None
        name = story.attribution or story.person
        return QuoteValue(text=story.quote, attribution=name)

    def figure(self) -> Statistic | None:
        with_value = (s for s in self.statistics if s.value is not None)
        return next(with_value, None)

    def recording(self) -> EmbedValue:
        return EmbedValue(
            title="A recording on another site",
            url="https://example.org/recording",
            host="example.org",
            description="What one sees there, in a sentence.",
        )

    def button(self) -> CallToActionValue | None:
        if not self.news:
            return None
        link = link_to(self.news[0])
        target = Link(kind="page", label=link.title, url=link.path, page=link)
        return CallToActionValue(text=link.title, link=target, emphasis="primary")


def newest(rows: PublicationQuerySet, number: int = IN_A_LIST) -> PublicationQuerySet:
    return rows.order_by("-dated_at", "-object_id")[:number]


def pages() -> PublicationQuerySet:
    """Return public pages in the site's own language, which is that of the guide."""
    rows = Publication.objects.listed().of(Resource.PAGES)
    return rows.filter(locale=settings.LANGUAGE_CODE)


def pages_of(kind: str) -> PublicationQuerySet:
    return pages().filter(type=kind).order_by("-dated_at", "-object_id")


def in_pages(pages: Iterable[Any]) -> Iterator[Specimen]:
    """Yield the blocks of pages, each with the page from which it comes."""
    kinds = ArticleBlocks().child_blocks
    for page in pages:
        for body in BODIES:
            for block in getattr(page, body, []):
                label = label_of(kinds[block.type])
                yield Specimen(block.type, label, block.value, link_to(page))


def link_to(card: Any) -> PageLink:
    meta = card.meta
    return PageLink(
        id=card.id,
        type=meta.type,
        title=card.title,
        path=meta.path,
        url=meta.html_url,
        locale=meta.locale,
    )


def label_of(block: Any) -> str:
    return str(block.label)
