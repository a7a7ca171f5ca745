"""Two editors with the same record open: the later one is told before overwriting."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict
from django.utils.text import capfirst

# The field of a form that says what its editor saw, in the form of `marks_of`.
SEEN = "seen_record"
MARK_LENGTH = 12


def marks_of(record: Any, names: list[str]) -> dict[str, str]:
    """Return a mark for the value of each field, which is another for another value."""
    values = model_to_dict(record, names)
    return {name: mark_of(value) for name, value in values.items()}


def mark_of_rows(rows: Iterable[Any]) -> str:
    """Return a mark for the rows of a list within a record, in their order."""
    return mark_of("\n".join(str(model_to_dict(row)) for row in rows))


def mark_of(value: Any) -> str:
    if isinstance(value, list):
        value = sorted(str(getattr(each, "pk", each)) for each in value)
    return sha256(str(value).encode()).hexdigest()[:MARK_LENGTH]


def read_marks(text: str) -> Mapping[str, str]:
    """Return the marks that a form came with; none where it came with nothing."""
    try:
        marks = json.loads(text)
    except ValueError:
        return {}
    return marks if isinstance(marks, dict) else {}


class StaleForm:
    """Refuses, once, to overwrite what somebody else saved since the form was opened.

    Shown again, the form has seen that too: who sends it once more means it.
    """

    fields: Any
    # Lists within the record, such as links, by their names; a file has none.
    formsets: Mapping[str, Any] = {}
    data: Any
    initial: Any
    instance: Any
    is_bound: bool
    add_prefix: Any

    def remember_record(self) -> None:
        """Have the form say what its editor sees of the record; the last field."""
        self.fields[SEEN] = forms.CharField(widget=forms.HiddenInput, required=False)
        self.initial[SEEN] = self.marks(self.instance)

    def marks(self, record: Any) -> str:
        names = [name for name in self.fields if name != SEEN]
        rows = {n: mark_of_rows(getattr(record, n).all()) for n in self.formsets}
        return json.dumps(marks_of(record, names) | rows)

    def refuse_stale(self, cleaned: Mapping[str, Any]) -> None:
        """Raise ValidationError where others changed the record in the meantime.

        To be called with the lock of the log held.
        """
        seen = read_marks(cleaned.get(SEEN, ""))
        stored = (
            type(self.instance)._default_manager.filter(pk=self.instance.pk).first()
        )
        if not seen or stored is None:
            return
        marks = self.marks(stored)
        now = json.loads(marks)
        changed = [name for name in now if seen.get(name, now[name]) != now[name]]
        if not changed:
            return
        self.data = self.data.copy()
        self.data[self.add_prefix(SEEN)] = marks
        raise ValidationError(self.told(changed))

    def told(self, changed: list[str]) -> str:
        labels = ", ".join(f"“{self.label_of(name)}”" for name in changed)
        return (
            f"Somebody else changed this record while you had it open: {labels}. "
            "Nothing of yours is saved yet. Open the record in another tab to see what "
            "they did. Saving this form again puts your values in the place of theirs."
        )

    def label_of(self, name: str) -> str:
        if name in self.formsets:
            return capfirst(str(self.formsets[name].model._meta.verbose_name_plural))
        return str(self.fields[name].label)
