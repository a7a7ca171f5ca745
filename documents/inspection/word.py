"""Documents of Word (DOCX)."""

from contextlib import suppress
from pathlib import Path

from .archives import Archive, open_archive
from .facts import Facts
from .languages import language_tag
from .limits import Limits
from .markup import Elements, Vocabulary, Words, listen, value
from .office import described, relations
from .texts import Enough, Parts, Texts

MAIN = "word/document.xml"
# Words that stand apart from the text, in the order in which they are read.
APART = ("header", "footer", "footnotes", "endnotes")

VOCABULARY = Vocabulary(
    paragraphs=frozenset({"p"}),
    runs=frozenset({"t"}),
    characters={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    # Properties define tabs, and what older programs show is there a second time.
    skipped=frozenset({"Fallback", "pPr", "rPr", "sectPr"}),
)


def read(path: Path, texts: Texts, limits: Limits) -> Facts:
    with open_archive(path, limits) as archive:
        with suppress(Enough):
            read_words(archive, Parts(texts))
        facts = described(archive, Facts(), "docProps/core.xml")
        facts.language = facts.language or default_language(archive)
        return facts


def read_words(archive: Archive, parts: Parts) -> None:
    with archive.main(MAIN) as stream:
        listen(stream, Words(VOCABULARY, parts))
    for name in parts_apart(archive):
        with archive.open(name) as stream:
            listen(stream, Words(VOCABULARY, parts))
    parts.end()


def parts_apart(archive: Archive) -> list[str]:
    found = relations(archive, MAIN).values()
    return [r.target for kind in APART for r in found if r.kind == kind]


def default_language(archive: Archive) -> str:
    """Return the language of text that names none itself."""
    found = Elements("lang", most=1)
    with archive.open("word/styles.xml") as stream:
        listen(stream, found)
    return language_tag(value(found.found[0], "val")) if found.found else ""
