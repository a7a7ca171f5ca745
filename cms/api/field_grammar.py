"""The grammar of the `fields` parameter, which is that of Wagtail's API v2.

title,lead          these as well
*                   all that there are
_,title             nothing but the title
*,-body             all but the body
image(url,alt)      of the image, these parts
"""

import re
from dataclasses import dataclass, field

MAX_LENGTH, MAX_DEPTH = 1000, 6
TOKEN = re.compile(r"[a-z][a-z0-9_]*|.")
NAME = re.compile(r"[a-z][a-z0-9_]*")
USUAL, ALL, NONE = "usual", "*", "_"


class GrammarError(ValueError):
    """The text does not follow the grammar; the message says where."""


@dataclass(frozen=True)
class Selection:
    """What one level of a text asks for; `text` is set at the top alone."""

    start: str = USUAL
    added: dict[str, "Selection | None"] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()
    text: str = ""

    @property
    def names(self) -> set[str]:
        return set(self.added) | self.removed

    @property
    def is_everything(self) -> bool:
        return self.start == ALL and not self.names


def parse(text: str) -> Selection:
    """Return what a text asks for; raises GrammarError."""
    if len(text) > MAX_LENGTH:
        raise GrammarError(f"has more than {MAX_LENGTH} characters")
    reader = Reader(TOKEN.findall(text))
    selection = reader.level(1)
    if reader.next is not None:
        raise GrammarError(f"has an unexpected {reader.next!r}")
    return Selection(selection.start, selection.added, selection.removed, text)


class Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens[::-1]

    @property
    def next(self) -> str | None:
        return self.tokens[-1] if self.tokens else None

    def take(self, *tokens: str) -> str | None:
        """Take the next token where it is one of these."""
        return self.tokens.pop() if self.next in tokens else None

    def level(self, depth: int) -> Selection:
        """Read up to the end, or to the parenthesis that closes this level."""
        if depth > MAX_DEPTH:
            raise GrammarError(f"is nested more than {MAX_DEPTH} levels deep")
        added: dict[str, Selection | None] = {}
        removed: set[str] = set()
        start = self.take(ALL, NONE)
        more = self.take(",") if start else True
        while more:
            self.part(added, removed, depth)
            more = self.take(",")
        check(start, added, removed)
        return Selection(start or USUAL, added, frozenset(removed))

    def part(
        self, added: dict[str, Selection | None], removed: set[str], depth: int
    ) -> None:
        """Read a name with what stands around it."""
        negated, name = self.take("-"), self.name()
        if name in added or name in removed:
            raise GrammarError(f"names {name!r} twice")
        nested = self.nested(depth)
        if negated and nested:
            raise GrammarError(f"leaves {name!r} out and asks for parts of it")
        if negated:
            removed.add(name)
        else:
            added[name] = nested

    def name(self) -> str:
        if not self.tokens:
            raise GrammarError("ends where a name is expected")
        token = self.tokens.pop()
        if token in (ALL, NONE):
            raise GrammarError(f"has {token!r} elsewhere than first")
        if not NAME.fullmatch(token):
            raise GrammarError(f"has {token!r} where a name is expected")
        return token

    def nested(self, depth: int) -> Selection | None:
        if not self.take("("):
            return None
        selection = self.level(depth + 1)
        if not self.take(")"):
            raise GrammarError("has a parenthesis that is not closed")
        return selection


def check(
    start: str | None, added: dict[str, Selection | None], removed: set[str]
) -> None:
    if start == NONE and removed:
        raise GrammarError("takes something from nothing: '-' after '_'")
    if start == ALL and any(nested is None for nested in added.values()):
        raise GrammarError("adds a name to everything: a plain name after '*'")
