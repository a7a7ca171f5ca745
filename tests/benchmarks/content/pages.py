"""One made-up page of each type, by its number: the same one each time."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Model

from cms.models import Attachment, BasePage, ChangeNote, RelatedPage
from home.models import StandardPage
from news.models import NewsPage, Place, Presenter, StoryPage, WebinarPage
from news.models.news import NewsCategory

from .bodies import body
from .files import day, moment
from .text import chance_of, description, headline, sentence


@dataclass(frozen=True)
class Stock:
    """Numbers of the things to which pages may point."""

    images: list[int]
    documents: list[int]
    topics: list[int]


Maker = Callable[[random.Random, Stock], BasePage]


def news_page(chance: random.Random, stock: Stock) -> NewsPage:
    return NewsPage(
        published_on=day(chance),
        category=chance.choice(NewsCategory.values),
        lead=sentence(chance, 24)[:300],
        image_id=chance.choice(stock.images) if chance.random() < 0.6 else None,
        image_alt=sentence(chance, 9)[:200],
        body=body(chance, stock.images, stock.documents),
    )


def story_page(chance: random.Random, stock: Stock) -> StoryPage:
    return StoryPage(
        person=f"Person {chance.randint(1, 9999)}",
        lead=sentence(chance, 24)[:300],
        quote=sentence(chance, 30)[:600],
        portrait_id=chance.choice(stock.images),
        portrait_alt=sentence(chance, 9)[:200],
        work="hoeing and thinning sugar beets",
        graduation_year=chance.randint(1980, 2017),
        consent_on_file=True,
        consent_date=date(2008, 1, 1),
        body=body(chance, stock.images, stock.documents),
    )


def webinar_page(chance: random.Random, stock: Stock) -> WebinarPage:
    starts_at = moment(day(chance), chance.randint(14, 20))
    return WebinarPage(
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        registration_url="https://example.org/register",
        recording_url="https://example.org/recording",
        agenda=body(chance, stock.images, stock.documents),
    )


def standard_page(chance: random.Random, stock: Stock) -> StandardPage:
    return StandardPage(body=body(chance, stock.images, stock.documents))


def page_of(make: Maker, number: int, stock: Stock) -> BasePage:
    """Return a published page that is not in the tree yet."""
    chance = chance_of(f"page {number}")
    page = make(chance, stock)
    page.title = page.draft_title = headline(chance, number)
    page.slug = f"made-up-{number}"
    page.summary = sentence(chance, 20)[:300]
    page.search_description = description(chance)
    page.first_published_at = page.last_published_at = published_at(page, chance)
    page.live, page.has_unpublished_changes = True, False
    return page


def published_at(page: BasePage, chance: random.Random) -> datetime:
    dated = getattr(page, "published_on", None) or day(chance)
    return moment(dated, chance.randint(0, 23))


def belongings(
    page: BasePage, number: int, others: list[int], stock: Stock
) -> list[Model]:
    """Return what belongs to a stored page; others are pages that it may name."""
    chance = chance_of(f"belongings {number}")
    files = chance.sample(stock.documents, chance.choice((0, 1, 1, 2)))
    related = set(chance.sample(others, min(2, len(others)))) - {page.pk}
    things: list[Model] = [
        *(Attachment(page_id=page.pk, document_id=pk) for pk in files),
        *(RelatedPage(page_id=page.pk, related_id=pk) for pk in sorted(related)),
        *(topic(page, pk) for pk in chance.sample(stock.topics, chance.randint(1, 3))),
        *OF_TYPE.get(type(page), lambda *_: [])(page, chance),
    ]
    if chance.random() < 0.1:
        note = sentence(chance, 10)
        things.append(
            ChangeNote(
                page_id=page.pk,
                locale_id=page.locale_id,
                changed_on=day(chance),
                note=note,
            )
        )
    return things


def topic(page: BasePage, pk: int) -> Model:
    field = type(page)._meta.get_field("topics")
    through: Any = field.remote_field.through
    return through(**{f"{page._meta.model_name}_id": page.pk, "topic_id": pk})


def presenters(page: BasePage, chance: random.Random) -> list[Model]:
    names = (f"Speaker {chance.randint(1, 999)}" for _ in range(2))
    return [
        Presenter(page_id=page.pk, locale_id=page.locale_id, name=name, role="Director")
        for name in names
    ]


def places(page: BasePage, chance: random.Random) -> list[Model]:
    roles = ("sending", "receiving")
    return [
        Place(
            page_id=page.pk,
            locale_id=page.locale_id,
            name="A town",
            state="TX",
            role=role,
        )
        for role in roles
    ]


OF_TYPE: dict[type, Callable[[BasePage, random.Random], list[Model]]] = {
    WebinarPage: presenters,
    StoryPage: places,
}
