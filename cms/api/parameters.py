"""Kinds of query parameters: how each is read, and how OpenAPI describes it.

A kind annotates a field of a model in `query.py`. `read` gets the text as it came,
neither empty nor with control characters, and raises `bad_value`.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from django.conf import settings
from pydantic_core import core_schema

from cms.legible import legible
from cms.publishing.models import Resource
from cms.publishing.registry import PublishedType, published_types

from . import field_grammar
from .problems import bad_value, no_value

# What a column of the database holds.
MAX_ID = 2**63 - 1
MAX_SEARCH_LENGTH, MAX_SEARCH_WORDS = 200, 20
MAX_PATH_LENGTH = 2048

ROOT = "root"
ORDERS = {
    "id": "object_id",
    "title": "title",
    "date": "dated_at",
    "first_published_at": "first_published_at",
    "last_published_at": "last_published_at",
    "public_updated_at": "public_updated_at",
}


def max_limit() -> int:
    return int(settings.API_MAX_LIMIT)


class Kind(ABC):
    """A kind of parameter."""

    @abstractmethod
    def read(self, text: str) -> Any:
        """Return the value that a text stands for."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the text."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return self.schema()


def words_in(text: str) -> list[str]:
    """Split at commas; raises where something between them is missing or doubled."""
    words = text.split(",")
    if "" in words:
        raise bad_value("has an empty name between commas")
    if len(set(words)) < len(words):
        raise bad_value("names the same thing twice")
    return words


@dataclass(frozen=True)
class WholeNumber(Kind):
    """A number in digits; `most` is asked each time, for it may be a setting."""

    least: int
    most: Callable[[], int]

    def read(self, text: str) -> int:
        # Twenty digits are more than any bound: int() need not see them.
        if re.fullmatch(r"[0-9]{1,19}", text, re.ASCII):
            number = int(text)
            if self.least <= number <= self.most():
                return number
        raise bad_value(f"must be a whole number from {self.least} to {self.most()}")

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most()}


class PageReference(Kind):
    """The number of a page, or `root` for the home page of the default site."""

    number = WholeNumber(1, lambda: MAX_ID)

    def read(self, text: str) -> int | Literal["root"]:
        if text == ROOT:
            return "root"
        if not text.isdecimal():
            raise bad_value("must be the number of a page, or root", [ROOT])
        return self.number.read(text)

    def schema(self) -> dict[str, Any]:
        return {"oneOf": [self.number.schema(), {"const": ROOT}]}


class LocaleCode(Kind):
    """A language of the content."""

    def read(self, text: str) -> str:
        if text not in self.codes():
            raise no_value(text, self.codes())
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": self.codes()}

    @staticmethod
    def codes() -> list[str]:
        return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


class Several(Kind):
    """One or more words, with commas between them."""

    @abstractmethod
    def read_word(self, word: str) -> Any:
        """Return the value of one of them."""

    @abstractmethod
    def word_schema(self) -> dict[str, Any]:
        """Return the JSON schema of one of them."""

    def read(self, text: str) -> tuple[Any, ...]:
        return tuple(self.read_word(word) for word in words_in(text))

    def schema(self) -> dict[str, Any]:
        items = self.word_schema()
        return {"type": "array", "items": items, "minItems": 1, "uniqueItems": True}


@dataclass(frozen=True)
class TypeNames(Several):
    """Content types, such as `news.NewsPage`."""

    resource: str | None

    def types(self) -> dict[str, PublishedType]:
        return {found.name: found for found in published_types(self.resource)}

    def read_word(self, word: str) -> PublishedType:
        if word not in self.types():
            raise no_value(word, list(self.types()))
        return self.types()[word]

    def word_schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.types())}


class ResourceNames(Several):
    """Kinds of things, such as `pages`."""

    def read_word(self, word: str) -> str:
        if word not in Resource.values:
            raise no_value(word, list(Resource.values))
        return word

    def word_schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(Resource.values)}


class Order(Several):
    """Names to order by, each with `-` before it for the other way round."""

    def __init__(self, names: Iterable[str] = tuple(ORDERS)) -> None:
        self.allowed = [sign + name for name in names for sign in ("", "-")]

    def read(self, text: str) -> tuple[str, ...]:
        names = super().read(text)
        if len({name.lstrip("-") for name in names}) < len(names):
            raise bad_value("names the same thing both ways")
        return names

    def read_word(self, word: str) -> str:
        if word not in self.allowed:
            raise no_value(word, self.allowed)
        return word

    def word_schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": self.allowed}


class Numbers(Several):
    """The numbers of things, as many as a list may have."""

    number = WholeNumber(1, lambda: MAX_ID)

    def read(self, text: str) -> tuple[int, ...]:
        if text.count(",") >= max_limit():
            raise bad_value(f"names more than {max_limit()} things")
        return super().read(text)

    def read_word(self, word: str) -> int:
        return self.number.read(word)

    def word_schema(self) -> dict[str, Any]:
        return self.number.schema()

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"maxItems": max_limit()}


@dataclass(frozen=True)
class OneOf(Kind):
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, text: str) -> str:
        if text not in self.words:
            raise no_value(text, list(self.words))
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.words)}


class SearchWords(Kind):
    """Words to find; those within quotation marks belong together."""

    def read(self, text: str) -> list[str]:
        if len(text) > MAX_SEARCH_LENGTH:
            raise bad_value(f"has more than {MAX_SEARCH_LENGTH} characters")
        if text.count('"') % 2:
            raise bad_value("has a quotation mark that is not closed")
        found = re.findall(r'"([^"]*)"|([^\s"]+)', legible(text))
        words = [" ".join((quoted or word).split()) for quoted, word in found]
        words = [word for word in words if word]
        if not words:
            raise bad_value("has no word to look for")
        if len(words) > MAX_SEARCH_WORDS:
            raise bad_value(f"has more than {MAX_SEARCH_WORDS} words")
        return words

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": MAX_SEARCH_LENGTH}


class HtmlPath(Kind):
    """The path of a page on the site; slashes at its ends may be missing."""

    def read(self, text: str) -> str:
        if len(text) > MAX_PATH_LENGTH:
            raise bad_value(f"has more than {MAX_PATH_LENGTH} characters")
        parts = [part for part in text.split("/") if part]
        return f"/{'/'.join(parts)}/" if parts else "/"

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": MAX_PATH_LENGTH}


class FieldList(Kind):
    """The fields to send, in the grammar of `field_grammar.py`."""

    def read(self, text: str) -> field_grammar.Selection:
        try:
            return field_grammar.parse(text)
        except field_grammar.GrammarError as error:
            raise bad_value(str(error)) from None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": field_grammar.MAX_LENGTH}
