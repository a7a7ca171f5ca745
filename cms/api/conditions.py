"""What a list is narrowed down by, as SQL over the log.

A filter turns a parameter's value into a condition. Which parameters there are, and
by what they filter, is said in `query.py`.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from django.db import connection
from wagtail.models import Locale, Page, Site

from cms.publishing.models import NEVER, Facet, Publication, Resource
from cms.publishing.statements import places

from .parameters import ROOT

LOG, FACETS = Publication._meta.db_table, Facet._meta.db_table
SITES, PAGES, LOCALES = (m._meta.db_table for m in (Site, Page, Locale))

Bound = Literal["gte", "lte"]
SIGNS: dict[Bound, str] = {"gte": ">=", "lte": "<="}

HOME = f"SELECT root_page_id FROM {SITES} WHERE is_default_site"
HOME_IN_LOCALE = (
    f"SELECT page.id FROM {PAGES} page JOIN {LOCALES} locale "
    "ON locale.id = page.locale_id WHERE locale.language_code = %s "
    f"AND page.translation_key IN (SELECT translation_key FROM {PAGES} "
    f"WHERE id IN ({HOME}))"
)


@dataclass
class Conditions:
    """Conditions that all must hold, with the values of their places."""

    texts: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, text: str, *values: Any) -> None:
        self.texts.append(text)
        self.values += values

    @property
    def text(self) -> str:
        return " AND ".join(self.texts)


class Filter(Protocol):
    """What a parameter of a list filters by."""

    def narrow(self, conditions: Conditions, value: Any) -> None:
        """Add what must hold for this value of the parameter."""


@dataclass(frozen=True)
class ColumnIn:
    """A column has one of the values."""

    column: str

    def narrow(self, conditions: Conditions, value: Any) -> None:
        conditions.add(f"log.{self.column} IN ({places(value)})", *value)


@dataclass(frozen=True)
class ColumnIs:
    """A column has this value."""

    column: str

    def narrow(self, conditions: Conditions, value: Any) -> None:
        conditions.add(f"log.{self.column} = %s", value)


class TypeIn:
    """The type is one of these."""

    def narrow(self, conditions: Conditions, value: Any) -> None:
        ColumnIn("type").narrow(conditions, [published.name for published in value])


@dataclass(frozen=True)
class FacetIn:
    """A facet has one of the values."""

    name: str

    def narrow(self, conditions: Conditions, value: Any) -> None:
        conditions.add(
            having_facet(f"value IN ({places(value)})"), self.name, *map(str, value)
        )


@dataclass(frozen=True)
class FacetFrom:
    """A facet is not before, or not after, a value; numbers go by their length."""

    name: str
    bound: Bound
    is_number: bool

    def narrow(self, conditions: Conditions, value: Any) -> None:
        (text,) = value
        sign = SIGNS[self.bound]
        if self.is_number:
            number = str(int(text))
            compared = f"(LENGTH(value), value) {sign} (%s, %s)"
            conditions.add(having_facet(compared), self.name, len(number), number)
        else:
            conditions.add(having_facet(f"value {sign} %s"), self.name, text)


@dataclass(frozen=True)
class MomentFrom:
    """A date is not before, or not after, a moment; what has none never fits."""

    column: str
    bound: Bound

    def narrow(self, conditions: Conditions, value: datetime) -> None:
        sign = SIGNS[self.bound]
        conditions.add(f"log.{self.column} {sign} %s", adapted(value))
        if self.bound == "lte":
            conditions.add(f"log.{self.column} > %s", adapted(NEVER))


class Words:
    """The text has each of the words, in any case."""

    def narrow(self, conditions: Conditions, value: list[str]) -> None:
        like = "ILIKE" if connection.vendor == "postgresql" else "LIKE"
        for word in value:
            pattern = connection.ops.prep_for_like_query(word)
            conditions.add(f"log.search_text {like} %s ESCAPE '\\'", f"%{pattern}%")


@dataclass(frozen=True)
class Below:
    """A page stands right below another one, or below it at any depth.

    The home page, as `root`, is that of a language, or else the site's own.
    """

    at_any_depth: bool
    locale: str | None

    def narrow(self, conditions: Conditions, value: Any) -> None:
        above, values = home_of(self.locale) if value == ROOT else ("%s", [value])
        if self.at_any_depth:
            numbers = f"SELECT CAST(id AS TEXT) FROM {PAGES} WHERE id IN ({above})"
            conditions.add(having_facet(f"value IN ({numbers})"), "ancestor", *values)
        else:
            conditions.add(f"log.parent_id IN ({above})", *values)


@dataclass(frozen=True)
class AttachedTo:
    """A public page links to the document, as an attachment or in its text."""

    locale: str | None

    def narrow(self, conditions: Conditions, value: Any) -> None:
        page, values = home_of(self.locale) if value == ROOT else ("%s", [value])
        conditions.add(
            f"log.object_id IN (SELECT CAST(facet.value AS BIGINT) FROM {FACETS} facet "
            f"JOIN {LOG} page ON page.id = facet.publication_id "
            f"WHERE facet.name = 'document' AND page.resource = '{Resource.PAGES}' "
            f"AND page.live AND page.object_id IN ({page}))",
            *values,
        )


def home_of(locale: str | None) -> tuple[str, list[str]]:
    """Return SQL for the number of the home page, with its values."""
    return (HOME_IN_LOCALE, [locale]) if locale else (HOME, [])


def having_facet(condition: str) -> str:
    return (
        f"log.id IN (SELECT publication_id FROM {FACETS} "
        f"WHERE name = %s AND {condition})"
    )


def adapted(moment: datetime) -> Any:
    """Return a moment as the database stores it."""
    return connection.ops.adapt_datetimefield_value(moment)


def listed(resource: str) -> Conditions:
    """Return what holds for all that lists of a resource show."""
    return Conditions(["log.resource = %s", "log.listed"], [str(Resource(resource))])
