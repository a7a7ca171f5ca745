"""Narrowing a list down: groups of choices with counts, and what is chosen.

`cms/includes/choice_group.html` and `chips.html` show them.
"""

from dataclasses import dataclass

from django.utils.functional import Promise

# As many choices of a group are seen at once; the others unfold.
AT_ONCE = 7


@dataclass(frozen=True)
class Option:
    """A value by which a list is narrowed down, with how many things it would show."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Group:
    """A filter with its options: the first ones, and the rest."""

    name: str
    label: str | Promise
    options: list[Option]

    @property
    def first(self) -> list[Option]:
        # One more alone is not worth unfolding.
        return (
            self.options if len(self.options) <= AT_ONCE + 1 else self.options[:AT_ONCE]
        )

    @property
    def rest(self) -> list[Option]:
        return self.options[len(self.first) :]

    @property
    def rest_is_open(self) -> bool:
        return any(option.is_chosen for option in self.rest)


@dataclass(frozen=True)
class Way:
    """A link to the same list asked for otherwise."""

    label: str
    address: str
    is_current: bool = False
    # Where it takes back a choice: the filter, its label, and that of the value.
    name: str = ""
    group: str = ""
    value: str = ""


def without(name: str, group: str | Promise, value: str, address: str) -> Way:
    """Return the way to a list without one of the values by which it is narrowed."""
    label = f"{group}: {value}"
    return Way(label, address, name=name, group=str(group), value=value)
