"""The order of a list, and going on where a page of it ended.

A cursor holds what the last item is ordered by, so that the next page is found by the
index, however far down it is, and stays right where things are published in between.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms.publishing.statements import places

from .conditions import Conditions
from .parameters import ORDERS


@dataclass(frozen=True)
class Key:
    """A column by which a list is ordered."""

    column: str
    descends: bool

    def sql(self, backwards: bool) -> str:
        return f"log.{self.column} {'DESC' if self.descends != backwards else 'ASC'}"

    def sign(self, backwards: bool) -> str:
        return "<" if self.descends != backwards else ">"


def keys_of(order: Iterable[str]) -> list[Key]:
    """Return the columns of an order, which the number completes."""
    names = list(order)
    if not {"id", "-id"} & set(names):
        names.append("-id" if names[-1].startswith("-") else "id")
    return [Key(ORDERS[name.lstrip("-")], name.startswith("-")) for name in names]


def order_by(keys: Sequence[Key], backwards: bool = False) -> str:
    return ", ".join(key.sql(backwards) for key in keys)


def beyond(
    conditions: Conditions, keys: Sequence[Key], values: Sequence[Any], backwards: bool
) -> None:
    """Add what holds for the items that come after these values."""
    if len({key.descends for key in keys}) == 1:
        columns = ", ".join(f"log.{key.column}" for key in keys)
        sign = keys[0].sign(backwards)
        conditions.add(f"({columns}) {sign} ({places(keys)})", *values)
        return
    # With both directions in it there is no comparing them at once.
    texts: list[str] = []
    compared: list[Any] = []
    for number, key in enumerate(keys):
        equal = [f"log.{before.column} = %s" for before in keys[:number]]
        after = f"log.{key.column} {key.sign(backwards)} %s"
        texts.append(f"({' AND '.join([*equal, after])})")
        compared += values[: number + 1]
    conditions.add(f"({' OR '.join(texts)})", *compared)


def values_of(columns: Sequence[Any]) -> list[Any]:
    """Return what an item is ordered by, as a cursor can hold it."""
    return [str(value) if isinstance(value, datetime) else value for value in columns]
