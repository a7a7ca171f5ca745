"""The words of a file: cleaned, and not more than are kept."""

import re
import time
import unicodedata
from collections.abc import Callable

from .limits import MEGABYTE, Limits

# Control characters but for tab and line feed; halves of surrogate pairs, and code
# points that are no characters. A database takes some of them for the end of a text.
UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# What PDFium puts in place of a hyphen that divides a word at the end of a line.
DIVIDED = re.compile("[\x02\ufffe\xad](?:\r\n?|\n)?")
LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return the text in NFC, its lines ended by "\\n", without control characters."""
    text = LINE_END.sub("\n", DIVIDED.sub("", text))
    return unicodedata.normalize("NFC", UNWANTED.sub("", text)).strip()


def clean_line(text: str, length: int) -> str:
    """Return the text on one line of at most so many characters."""
    return " ".join(clean(text[: 4 * length]).split())[:length]


class Enough(Exception):  # noqa: N818 - no error
    """As much of the file was read as is kept."""


class EnoughOfPart(Exception):  # noqa: N818 - no error
    """The rest of this part of the file is not needed."""


class Texts:
    """Takes the text of one page, sheet or slide after the other, and passes it on.

    `notes` says afterwards what was left out, in whole sentences.
    """

    def __init__(self, limits: Limits, write: Callable[[str], None]) -> None:
        self.limits = limits
        self.write = write
        self.notes: list[str] = []
        self.started = time.process_time()
        self.bytes_left = limits.text_bytes
        self.count = 0
        self.with_words = 0

    def add(self, text: str) -> None:
        """Take one text; raises Enough where it is the last one that is kept."""
        if self.bytes_left <= 0:
            raise Enough
        longest = self.limits.page_characters
        if len(text) > longest:
            self.note(
                f"Of each page, sheet or slide the first {longest:,} characters can "
                "be searched; at least one is longer."
            )
        kept = clean(text[:longest])
        data = kept.encode()
        if len(data) > self.bytes_left:
            kept = data[: self.bytes_left].decode(errors="ignore")
        self.pass_on(kept)
        self.bytes_left -= len(data)
        if self.bytes_left <= 0:
            megabytes = self.limits.text_bytes / MEGABYTE
            self.note(f"The first {megabytes:g} MB of its words can be searched.")
            raise Enough
        self.keep_time()

    def pass_on(self, text: str) -> None:
        self.count += 1
        self.with_words += bool(text)
        self.write(text)

    def keep_time(self) -> None:
        """Raise Enough where reading has taken as long as it may."""
        if time.process_time() - self.started > self.limits.text_seconds:
            self.note(
                "It takes long to read: the words that were found in the first "
                f"{self.limits.text_seconds:g} seconds can be searched."
            )
            raise Enough

    def note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)


class Passage:
    """Puts paragraphs together to the text of one sheet or slide."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.paragraphs: list[str] = []
        self.length = 0

    def add(self, paragraph: str) -> None:
        """Take one paragraph; raises EnoughOfPart where no more of them are kept."""
        self.texts.keep_time()
        self.paragraphs.append(paragraph)
        self.length += len(paragraph) + 1
        if self.length > self.texts.limits.page_characters:
            raise EnoughOfPart

    def end(self) -> None:
        """Pass the text on, though it be empty: the next one has the next number."""
        text = "\n".join(self.paragraphs)
        self.paragraphs, self.length = [], 0
        self.texts.add(text)


class Parts(Passage):
    """Puts paragraphs together to texts of a document that has no pages."""

    def add(self, paragraph: str) -> None:
        self.texts.keep_time()
        longest = self.texts.limits.page_characters
        for start in range(0, len(paragraph), longest):
            piece = paragraph[start : start + longest]
            if self.paragraphs and self.length + len(piece) > longest:
                self.end()
            self.paragraphs.append(piece)
            self.length += len(piece) + 1
