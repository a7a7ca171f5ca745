"""What is said where an address asks for what there is not."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from cms.word_search import word_search

from .counts import Counts
from .filters import ALL_STATUSES, ORDERS, STATUS, STATUSES
from .question import Question

# What is left of a strange value.
LONGEST_VALUE = 60


def told(question: Question) -> str:
    """Return what a reader is told of what was left out, in the active language."""
    sentences = []
    if len(question.unanswered) > word_search().longest:
        text = _("A search can have up to %(count)d characters. Use fewer words.")
        sentences.append(text % {"count": word_search().longest})
    elif question.unanswered:
        text = _("There is no word to look for in %(text)s. The list shows the rest.")
        sentences.append(text % {"text": quoted([question.unanswered])})
    if question.words and question.words.instead_of:
        text = _("Nothing found for %(asked)s. The list shows %(instead)s.")
        words = question.words
        asked, instead = quoted([words.instead_of]), quoted([words.text])
        sentences.append(text % {"asked": asked, "instead": instead})
    if question.ignored:
        text = _("No document is filed under %(values)s. The list shows the rest.")
        values = quoted(value for _name, value in question.ignored)
        sentences.append(text % {"values": values})
    return " ".join(sentences)


def refusal(question: Question) -> str:
    """Return what a program is told of the same, in English; what there is, too."""
    sentences = []
    if len(question.unanswered) > word_search().longest:
        sentences.append(f"q can have up to {word_search().longest} characters.")
    elif question.unanswered:
        sentences.append("q has no word to look for.")
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
