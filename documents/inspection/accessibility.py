"""What the facts of a file say of its accessibility, in words.

A program can tell that something is missing; that nothing is, only a person can.
"""

from dataclasses import dataclass
from typing import Protocol

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Grade(TextChoices):
    """How far a program finds a file accessible."""

    ACCESSIBLE = "accessible", _("No barriers found")
    PARTLY = "partly", _("Partly accessible")
    NOT_ACCESSIBLE = "not_accessible", _("Not accessible")
    UNKNOWN = "unknown", _("Not checked")


class Checked(Protocol):
    """What is known of a file; None stands for what is not."""

    @property
    def is_tagged(self) -> bool | None: ...

    @property
    def has_title(self) -> bool | None: ...

    @property
    def has_language(self) -> bool | None: ...

    @property
    def has_text_layer(self) -> bool | None: ...


# The fact, and what its absence means for readers, the worst first.
BARRIERS = {
    "has_text_layer": _(
        "Its pages are pictures without text, as of a scan: nothing can be read aloud "
        "or searched."
    ),
    "is_tagged": _(
        "It is not tagged: headings, lists, tables and the order of reading are not "
        "marked."
    ),
    "has_language": _(
        "It does not name its language: it may be read aloud with the wrong "
        "pronunciation."
    ),
    "has_title": _("It has no title: programs show the name of the file instead."),
}


@dataclass(frozen=True)
class Accessibility:
    """A grade, with what is missing, each in a sentence."""

    grade: Grade
    missing: list[str]

    @property
    def label(self) -> str:
        return str(self.grade.label)


NOT_CHECKED = Accessibility(Grade.UNKNOWN, [])


def accessibility_of(file: Checked) -> Accessibility:
    """Grade a PDF; other kinds, and files that were not read, are not checked."""
    if file.is_tagged is None:
        return NOT_CHECKED
    missing = [name for name in BARRIERS if getattr(file, name) is False]
    return Accessibility(grade_for(missing), [str(BARRIERS[name]) for name in missing])


def grade_for(missing: list[str]) -> Grade:
    if "has_text_layer" in missing:
        return Grade.NOT_ACCESSIBLE
    return Grade.PARTLY if missing else Grade.ACCESSIBLE
