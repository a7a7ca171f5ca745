"""Reading XML as it comes, without a tree of it in memory."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import IO, Any, Protocol
from xml.parsers import expat

from .facts import RefusedError
from .texts import EnoughOfPart

CHUNK_BYTES = 64 * 1024


class Listener(Protocol):
    """Is told of elements by their names without namespace."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def text(self, data: str) -> None: ...

    def end(self, name: str) -> None: ...


def listen(part: IO[bytes] | None, listener: Listener) -> None:
    """Tell a listener of all elements, until the end or until it raises EnoughOfPart.

    Entities of its own are refused: only through them could XML name other files, or
    grow beyond its size. A document type without them is left alone, as the first
    programs for OpenDocument wrote one. Expat's own errors are passed on.
    """
    if part is None:
        return
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.EntityDeclHandler = refuse_entities
    parser.StartElementHandler = lambda n, a: listener.start(local(n), a)
    parser.EndElementHandler = lambda n: listener.end(local(n))
    parser.CharacterDataHandler = listener.text
    try:
        while chunk := part.read(CHUNK_BYTES):
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except EnoughOfPart:
        return


def refuse_entities(*_: Any) -> None:
    raise RefusedError(
        "The file holds XML with entities of its own, which can be used to attack "
        "whoever reads it. Save it again in an office program."
    )


def local(name: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return name.rpartition(" ")[2]


def value(attributes: Mapping[str, str], wanted: str) -> str:
    """Return an attribute by its name without namespace, or nothing."""
    values = (v for name, v in attributes.items() if local(name) == wanted)
    return next(values, "")


def relation(attributes: Mapping[str, str]) -> str:
    """Return the `r:id` of an element, which may have an `id` of its own beside it."""
    values = (v for n, v in attributes.items() if n.endswith("relationships id"))
    return next(values, "")


class Silent:
    """Listens to nothing: each listener below says what it cares for."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins."""

    def text(self, data: str) -> None:
        """Hear of text."""

    def end(self, name: str) -> None:
        """Hear that an element ends."""


class Elements(Silent):
    """Keeps the attributes of elements of one name, in their order."""

    def __init__(self, name: str, most: int = 100_000) -> None:
        self.name = name
        self.most = most
        self.found: list[dict[str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self.name:
            self.found.append(attributes)
            if len(self.found) >= self.most:
                raise EnoughOfPart


class Values(Silent):
    """Keeps the text of the first element of each name."""

    def __init__(self, *names: str) -> None:
        self.found = dict.fromkeys(names, "")
        self.inside = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.inside = name if self.found.get(name) == "" else ""

    def text(self, data: str) -> None:
        if self.inside:
            self.found[self.inside] += data

    def end(self, name: str) -> None:
        self.inside = ""


class Collector(Protocol):
    """Takes paragraphs."""

    def add(self, paragraph: str) -> None: ...


@dataclass(frozen=True)
class Vocabulary:
    """Which elements of a format hold words."""

    paragraphs: frozenset[str]
    # Inside these text counts; in XML made for reading there is more between them.
    runs: frozenset[str]
    # What stands for a character.
    characters: Mapping[str, str]
    # What is not shown, or shown twice, or no text.
    skipped: frozenset[str]
    # The attribute of which elements names the language of their words.
    language: tuple[str, str] = ("", "")


@dataclass
class Words(Silent):
    """Hands the paragraphs of a part to a collector."""

    vocabulary: Vocabulary
    collector: Collector
    languages: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.pieces: list[str] = []
        self.skipping = 0
        self.runs = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        known = self.vocabulary
        if self.skipping or name in known.skipped:
            self.skipping += 1
            return
        if name in known.paragraphs:
            self.end_paragraph()
        elif name in known.characters:
            self.pieces.append(known.characters[name])
        elif name == known.language[0]:
            self.languages[value(attributes, known.language[1])] += 1
        self.runs += name in known.runs

    def text(self, data: str) -> None:
        if self.runs and not self.skipping:
            self.pieces.append(data)

    def end(self, name: str) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        self.runs -= name in self.vocabulary.runs
        if name in self.vocabulary.paragraphs:
            self.end_paragraph()

    def end_paragraph(self) -> None:
        paragraph = "".join(self.pieces).strip()
        self.pieces.clear()
        if paragraph:
            self.collector.add(paragraph)


def most_common(values: Iterable[str]) -> str:
    """Return the value that is there most often, or nothing."""
    counted = Counter(v for v in values if v).most_common(1)
    return counted[0][0] if counted else ""
