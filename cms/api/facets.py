"""The values of facets in a query: what types declare, or what schemas say."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from cms.publishing.registry import published_types

from .fields import parts_of
from .parameters import Several
from .problems import bad_value, no_value


@cache
def holds_numbers(resource: str, name: str) -> bool:
    """Tell whether types have whole numbers under a name."""
    fields = [published.detail.model_fields for published in published_types(resource)]
    return any(int in parts_of(f[name].annotation) for f in fields if name in f)


@cache
def form_of(resource: str, name: str) -> tuple[str, str]:
    """Return the pattern that a schema gives a text, with an example; or empty ones."""
    for published in published_types(resource):
        field = published.detail.model_fields.get(name)
        for part in field.metadata if field else ():
            if pattern := getattr(part, "pattern", None):
                return pattern, str((field.examples or [""])[0]) if field else ""
    return "", ""


@dataclass(frozen=True)
class FacetValues(Several):
    """Values of a facet: those that are known, or else whatever fits its schema."""

    resource: str
    name: str
    known: tuple[str, ...]

    def read_word(self, word: str) -> str:
        if self.known and word not in self.known:
            raise no_value(word, list(self.known))
        if self.is_number and not re.fullmatch(r"[0-9]{1,9}", word, re.ASCII):
            raise bad_value("must be a whole number of up to nine digits")
        pattern, example = self.form
        if pattern and not re.fullmatch(pattern, word, re.ASCII):
            raise bad_value(f"must have the form of {example}")
        return word

    def word_schema(self) -> dict[str, Any]:
        if self.form[0]:
            return {"type": "string", "pattern": self.form[0]}
        if self.known:
            return {"type": "string", "enum": list(self.known)}
        if self.is_number:
            return {"type": "integer", "minimum": 0, "maximum": 999_999_999}
        return {"type": "string", "minLength": 1}

    @property
    def is_ordered(self) -> bool:
        """Tell whether one value is before another."""
        return self.is_number or bool(self.form[0])

    @property
    def is_number(self) -> bool:
        return holds_numbers(self.resource, self.name)

    @property
    def form(self) -> tuple[str, str]:
        return form_of(self.resource, self.name)


@dataclass(frozen=True)
class FacetBound(FacetValues):
    """One value of a facet: an end of a range."""

    def read(self, text: str) -> tuple[str, ...]:
        return (self.read_word(text),)

    def schema(self) -> dict[str, Any]:
        return self.word_schema()
