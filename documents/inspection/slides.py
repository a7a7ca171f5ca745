"""Presentations of PowerPoint (PPTX)."""

from collections import Counter
from contextlib import suppress
from pathlib import Path

from .archives import Archive, open_archive
from .facts import Facts
from .languages import language_tag
from .limits import Limits
from .markup import Elements, Vocabulary, Words, listen, most_common, relation
from .office import described, relations
from .texts import Enough, Passage, Texts

MAIN = "ppt/presentation.xml"

VOCABULARY = Vocabulary(
    paragraphs=frozenset({"p"}),
    runs=frozenset({"t"}),
    characters={"tab": "\t", "br": "\n"},
    skipped=frozenset({"Fallback"}),
    language=("rPr", "lang"),
)


def read(path: Path, texts: Texts, limits: Limits) -> Facts:
    with open_archive(path, limits) as archive:
        slides = slides_in_order(archive)
        languages: Counter[str] = Counter()
        with suppress(Enough):
            for slide in slides:
                read_slide(archive, slide, texts, languages)
        facts = Facts(unit="slide", count=len(slides))
        described(archive, facts, "docProps/core.xml")
        facts.language = facts.language or language_tag(most_common(languages))
        return facts


def slides_in_order(archive: Archive) -> list[str]:
    """Return the parts that are slides, as they are shown; their names tell nothing."""
    found = Elements("sldId")
    with archive.main(MAIN) as stream:
        listen(stream, found)
    known = relations(archive, MAIN)
    ids = [relation(element) for element in found.found]
    return [known[i].target for i in ids if i in known]


def read_slide(
    archive: Archive, name: str, texts: Texts, languages: "Counter[str]"
) -> None:
    passage = Passage(texts)
    with archive.open(name) as stream:
        listen(stream, Words(VOCABULARY, passage, languages))
    passage.end()
