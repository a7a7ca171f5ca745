"""Texts of OpenDocument (ODT), as LibreOffice writes them."""

from contextlib import suppress
from pathlib import Path

from .archives import PASSWORD, Archive, open_archive
from .facts import Facts, RefusedError
from .languages import language_tag
from .limits import Limits
from .markup import Elements, Vocabulary, Words, listen, value
from .office import described
from .texts import Enough, Parts, Texts

VOCABULARY = Vocabulary(
    paragraphs=frozenset({"p", "h"}),
    runs=frozenset({"p", "h"}),
    characters={"s": " ", "tab": "\t", "line-break": "\n"},
    # What reviewers wrote and what they took out.
    skipped=frozenset({"annotation", "tracked-changes"}),
)


def read(path: Path, texts: Texts, limits: Limits) -> Facts:
    with open_archive(path, limits) as archive:
        refuse_password(archive)
        with suppress(Enough), archive.main("content.xml") as stream:
            parts = Parts(texts)
            listen(stream, Words(VOCABULARY, parts))
            parts.end()
        facts = described(archive, Facts(), "meta.xml")
        facts.language = facts.language or default_language(archive)
        return facts


def refuse_password(archive: Archive) -> None:
    encrypted = Elements("encryption-data", most=1)
    with archive.open("META-INF/manifest.xml") as stream:
        listen(stream, encrypted)
    if encrypted.found:
        raise RefusedError(PASSWORD)


def default_language(archive: Archive) -> str:
    """Return the language of the first style that names one."""
    found = Elements("text-properties")
    with archive.open("styles.xml") as stream:
        listen(stream, found)
    for attributes in found.found:
        language, country = value(attributes, "language"), value(attributes, "country")
        if tag := language_tag(f"{language}-{country}" if country else language):
            return tag
    return ""
