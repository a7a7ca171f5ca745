"""Many pages at once, as the tree and the tables of Wagtail want them.

`add_child` takes dozens of queries a page and publishes it; here rows are written in
batches, and the log is left to its rebuild.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.models import BasePage, Topic
from home.models import HomePage, StandardPage
from news.models import NewsIndexPage, StoryIndexPage, WebinarIndexPage

from . import pages
from .pages import Maker, Stock, belongings, page_of
from .text import chance_of, description

SECTION, BATCH = 2000, 500

# Maker of the pages, model of their sections, share of all pages.
KINDS: list[tuple[Maker, type[BasePage], float]] = [
    (pages.news_page, NewsIndexPage, 0.5),
    (pages.story_page, StoryIndexPage, 0.2),
    (pages.webinar_page, WebinarIndexPage, 0.2),
    (pages.standard_page, StandardPage, 0.1),
]


@dataclass(frozen=True)
class Section:
    """Pages of one type below one parent, with their numbers."""

    make: Maker
    model: type[BasePage]
    numbers: range


def sections(total: int) -> Iterator[Section]:
    """Yield sections of at most 2,000 pages, which have the total together."""
    first = 0
    for kind, (make, model, share) in enumerate(KINDS):
        last = total if kind == len(KINDS) - 1 else first + round(total * share)
        for start in range(first, last, SECTION):
            yield Section(make, model, range(start, min(start + SECTION, last)))
        first = last


def add_pages(total: int, tell: Callable[[int], None] = lambda done: None) -> None:
    """Add made-up pages below the home page, and say how many there are so far."""
    stock, done = stock_of_site(), 0
    for section in sections(total):
        parent = add_section(section)
        for start in range(0, len(section.numbers), BATCH):
            batch = section.numbers[start : start + BATCH]
            with transaction.atomic():
                add_batch(parent, section.make, batch, stock)
            done += len(batch)
            tell(done)


def stock_of_site() -> Stock:
    def numbers(model: Any) -> list[int]:
        return list(model.objects.order_by("pk").values_list("pk", flat=True))

    documents = get_document_model().objects.released().order_by("pk")
    return Stock(
        images=numbers(get_image_model()),
        documents=list(documents.values_list("pk", flat=True)),
        topics=numbers(Topic),
    )


def add_section(section: Section) -> Page:
    home = HomePage.objects.get(locale__language_code="en")
    number = section.numbers.start
    name = f"{section.make.__name__.replace('_', '-')}s-from-{number}"
    page = section.model(
        title=name.replace("-", " ").capitalize(),
        slug=name,
        search_description=description(chance_of(name)),
    )
    page.locale = home.locale
    return home.add_child(instance=page)


def add_batch(parent: Page, make: Maker, numbers: range, stock: Stock) -> None:
    """Write pages below a parent, whose last ones they become."""
    made = [page_of(make, number, stock) for number in numbers]
    for page, number in zip(made, numbers, strict=True):
        parent.numchild += 1
        place(page, parent, number)
    stored = Page.objects.bulk_create(as_base_page(page) for page in made)
    for page, base in zip(made, stored, strict=True):
        page.pk = page.page_ptr_id = base.pk
    insert_own_rows(made)
    siblings = [page.pk for page in made]
    insert_all(
        thing
        for page, number in zip(made, numbers, strict=True)
        for thing in belongings(page, number, siblings, stock)
    )
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild)


def place(page: BasePage, parent: Page, number: int) -> None:
    """Give a page its place in the tree, as treebeard and Wagtail would."""
    page.depth = parent.depth + 1
    page.path = Page._get_path(parent.path, page.depth, parent.numchild)
    page.set_url_path(parent)
    page.locale_id = parent.locale_id
    page.content_type = ContentType.objects.get_for_model(type(page))
    key = chance_of(f"key {number}").getrandbits(128)
    page.translation_key = UUID(int=key, version=4)


def as_base_page(page: BasePage) -> Page:
    """Return the row of Wagtail's own table; the database gives it its number."""
    fields = (field.attname for field in Page._meta.local_concrete_fields)
    return Page(**{name: getattr(page, name) for name in fields if name != "id"})


def insert_own_rows(made: list[BasePage]) -> None:
    """Insert what the pages' own table has, which `bulk_create` refuses to do."""
    meta = type(made[0])._meta
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in meta.local_concrete_fields)
    places = ", ".join(["%s"] * len(meta.local_concrete_fields))
    table = quote(meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608
            [own_values(page) for page in made],
        )


def own_values(page: BasePage) -> list[Any]:
    return [
        field.get_db_prep_save(getattr(page, field.attname), connection)
        for field in type(page)._meta.local_concrete_fields
    ]


def insert_all(things: Iterator[Model]) -> None:
    by_model: dict[type[Model], list[Model]] = defaultdict(list)
    for thing in things:
        by_model[type(thing)].append(thing)
    for model, rows in by_model.items():
        model._base_manager.bulk_create(rows)
