"""What is said where an address asks for what there is not."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from .counts import Counts
from .filters import ALL_STATUSES, ORDERS, STATUS, STATUSES
from .question import MAX_LENGTH, MAX_WORDS, Question

# What is left of a strange value.
LONGEST_VALUE = 60


def told(question: Question) -> str:
    """Return what a reader is told of what was left out, in the active language."""
    sentences = []
    if question.is_too_long:
        text = _(
            "A search can have up to %(words)d words and %(characters)d "
            "characters. Use fewer words."
        )
        sentences.append(text % {"words": MAX_WORDS, "characters": MAX_LENGTH})
    if question.ignored:
        text = _("No document is filed under %(values)s. The list shows the rest.")
        values = quoted(value for _name, value in question.ignored)
        sentences.append(text % {"values": values})
    return " ".join(sentences)


def refusal(question: Question) -> str:
    """Return what a program is told of the same, in English; what there is, too."""
    sentences = []
    if question.is_too_long:
        sentences.append(
            f"q can have up to {MAX_WORDS} words and {MAX_LENGTH} characters."
        )
    of_any = Counts(Question(status=ALL_STATUSES))
    for name in dict.fromkeys(name for name, _value in question.ignored):
        values = quoted(value for of, value in question.ignored if of == name)
        allowed = ", ".join(allowed_values(name, of_any))
        sentences.append(f"{name} cannot be {values}. Allowed are: {allowed}.")
    return " ".join(sentences)


def allowed_values(name: str, counts: Counts) -> list[str]:
    """Return the values that a parameter can have."""
    if name == STATUS.name:
        return [status for status in STATUSES if status]
    return list(ORDERS) if name == "sort" else sorted(counts.of(name))


def quoted(values: Iterable[str]) -> str:
    return ", ".join(f"“{printable(value)}”" for value in values)


def printable(value: str) -> str:
    return "".join(c for c in value if c.isprintable())[:LONGEST_VALUE]
