"""Lists of pages, narrowed down by what their address asks for."""

from .filters import FacetFilter, Filter, YearFilter, topic_labels
from .narrowed import Narrowed, narrowed_by

__all__ = [
    "FacetFilter",
    "Filter",
    "Narrowed",
    "YearFilter",
    "narrowed_by",
    "topic_labels",
]
