"""The forms in which a citation is sent."""

from collections.abc import Callable
from dataclasses import dataclass

from .bibtex import bibtex_of
from .citation import Citation
from .ris import ris_of


@dataclass(frozen=True)
class Format:
    """A form with the name by which readers know it."""

    label: str
    media_type: str
    write: Callable[[Citation], str]


# By the end of their addresses.
FORMATS = {
    "bib": Format("BibTeX", "application/x-bibtex", bibtex_of),
    "ris": Format("RIS", "application/x-research-info-systems", ris_of),
}
