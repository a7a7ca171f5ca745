"""Copies files from one store to another, under the same names."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from .stores import Store, sha256_of_file

Tell = Callable[[int], None]


class Copied(Enum):
    """What became of a file."""

    NOW = "copied"
    BEFORE = "there already"
    DIFFERENT = "different in both stores"
    WRONG = "not the same after it was copied"
    GONE = "removed meanwhile"


PROBLEMS = {Copied.DIFFERENT, Copied.WRONG}


@dataclass
class Outcome:
    """How many files there were of each kind, and the names of those not copied."""

    counts: Counter[Copied] = field(default_factory=Counter)
    problems: list[tuple[str, Copied]] = field(default_factory=list)

    def note(self, name: str, copied: Copied) -> None:
        self.counts[copied] += 1
        if copied in PROBLEMS:
            self.problems.append((name, copied))

    def __str__(self) -> str:
        return ", ".join(
            f"{self.counts[c]} {c.value}" for c in Copied if self.counts[c]
        )


def copy_files(source: Store, target: Store, tell: Tell) -> Outcome:
    """Copy what is not there yet; nothing is removed or written over.

    It can be stopped at any moment and begun anew: a file is whole in the target or
    not there. `tell` gets the number of files after each one. Raises StoreError.
    """
    outcome = Outcome()
    for number, (name, copied) in enumerate(copies(source, target), start=1):
        outcome.note(name, copied)
        tell(number)
    return outcome


def copies(source: Store, target: Store) -> Iterator[tuple[str, Copied]]:
    sizes = {file.name: file.size for file in target.files()}
    for file in source.files():
        if file.name not in sizes:
            yield file.name, copy(source, target, file.name)
        elif file.size == sizes[file.name] and is_same(source, target, file.name):
            yield file.name, Copied.BEFORE
        else:
            yield file.name, Copied.DIFFERENT


def copy(source: Store, target: Store, name: str) -> Copied:
    """Copy one file, and compare the checksum of what arrived with what was read."""
    try:
        with source.open(name) as file:
            sent = sha256_of_file(file)
            target.receive(name, file)
    except FileNotFoundError:
        return Copied.GONE
    except FileExistsError:  # stored since the target was listed
        return Copied.BEFORE if is_same(source, target, name) else Copied.DIFFERENT
    return Copied.NOW if target.sha256(name) == sent else Copied.WRONG


def is_same(source: Store, target: Store, name: str) -> bool:
    return source.sha256(name) == target.sha256(name)
