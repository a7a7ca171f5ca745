"""How a document is cited: as text, and for programs that keep references."""

from .citation import Citation
from .formats import FORMATS

__all__ = ["FORMATS", "Citation"]
