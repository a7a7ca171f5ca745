"""One measure through the years: all published program years beside each other.

Read from the publication log, as /api/v2/impact/ is. Only figures of one measure and
one group may be compared; where a year has none, it says so in its place.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cms.charts import BarChart, Point, bar_chart, point_of
from cms.publishing.schemas import Measure, Statistic
from cms.statistics import display_value

from .figure_rows import EVERYBODY, Figure

PARAMETER = "compare"
# What is left of a strange value in a message.
LONGEST_QUOTED = 60


@dataclass(frozen=True)
class Year:
    """A program year and its figure, None where its page has none of this kind."""

    label: str
    path: str
    statistic: Figure | None

    @property
    def has_figure(self) -> bool:
        return self.statistic is not None and self.statistic.value is not None

    @property
    def display(self) -> str:
        return self.statistic.display if self.statistic else str(_("No figure"))

    @property
    def remark(self) -> str:
        """Return the status of a figure, or the reason why there is none."""
        if self.statistic is None:
            return str(_("The page of this year has no such figure."))
        if self.statistic.value is None:
            return self.statistic.reason or self.statistic.status_label
        return self.statistic.status_label

    @property
    def point(self) -> Point:
        if self.statistic is None:
            return Point(self.label, None, self.display)
        return point_of(self.label, self.statistic)


@dataclass(frozen=True)
class Change:
    """How the last figure differs from the first; `percent` is None from zero."""

    first: Year
    last: Year
    difference: Decimal

    @property
    def amount(self) -> str:
        return display_value(abs(self.difference), "reported")

    @property
    def percent(self) -> int | None:
        before = self.first.statistic.value if self.first.statistic else None
        return round(abs(self.difference) / before * 100) if before else None


@dataclass(frozen=True)
class Series:
    """The figures of one measure and group, a year each, the earliest first."""

    key: str
    measure: Measure
    group: str
    label: str
    years: list[Year]

    @property
    def title(self) -> str:
        return self.measure.name if self.measure else ""

    @property
    def name(self) -> str:
        """Return what tells it from the other series of its measure."""
        return self.label or self.group or str(_("Everybody"))

    @property
    def told(self) -> list[Year]:
        return [year for year in self.years if year.has_figure]

    @property
    def statistics(self) -> list[Statistic]:
        return [year.statistic for year in self.told if year.statistic]

    @cached_property
    def chart(self) -> BarChart | None:
        return bar_chart([year.point for year in self.years])

    @property
    def last(self) -> Year:
        return self.told[-1]

    @property
    def change(self) -> Change | None:
        """Return how it changed; preliminary figures are no ground to say so."""
        sure = [
            y for y in self.told if y.statistic and y.statistic.status == "reported"
        ]
        if len(sure) < 2:
            return None
        first, last = sure[0].statistic, sure[-1].statistic
        if not first or not last or first.value is None or last.value is None:
            return None
        return Change(sure[0], sure[-1], last.value - first.value)

    @property
    def query(self) -> dict[str, str]:
        """Return what /api/v2/impact/ is asked for the same figures."""
        group = self.group or EVERYBODY
        return {"measure": str(self.measure.id) if self.measure else "", "group": group}

    @property
    def address(self) -> str:
        return f"?{urlencode({PARAMETER: self.key})}"


class Comparison:
    """What can be compared, and the series that is."""

    def __init__(self, figures: Iterable[dict[str, Any]], asked: str = "") -> None:
        self.figures = [Figure.model_validate(figure) for figure in figures]
        self.asked = asked

    @cached_property
    def choices(self) -> list[Series]:
        """Return the series with two figures at least, those of a measure together."""
        grouped: dict[str, list[Figure]] = {}
        for figure in self.figures:
            grouped.setdefault(self.key_of(figure), []).append(figure)
        series = [self.series(key, found) for key, found in grouped.items()]
        comparable = [each for each in series if len(each.told) > 1]
        return sorted(comparable, key=lambda each: each.title)

    @cached_property
    def shown(self) -> Series | None:
        """Return the series that is asked for, else the one with most figures."""
        asked = (each for each in self.choices if each.key == self.asked)
        most = max(self.choices, key=lambda each: len(each.told), default=None)
        return next(asked, most)

    @property
    def message(self) -> str:
        """Return what a reader is told whose address asks for what there is not."""
        if not self.asked or (self.shown and self.shown.key == self.asked):
            return ""
        asked = "".join(c for c in self.asked if c.isprintable())[:LONGEST_QUOTED]
        text = _("There is nothing to compare under “%(asked)s”. Choose below.")
        return text % {"asked": asked}

    def series(self, key: str, figures: list[Figure]) -> Series:
        by_year = {figure.programme_year: figure for figure in figures}
        years = [Year(y, path, by_year.get(y)) for y, path in self.pages.items()]
        one = figures[0]
        label = one.label if self.is_ambiguous(one) else ""
        return Series(key, one.measure, one.group, label, years)

    @cached_property
    def pages(self) -> dict[str, str]:
        """Return the paths of the program years, the earliest first."""
        found = {figure.programme_year: figure.page.path for figure in self.figures}
        return dict(sorted(found.items()))

    def key_of(self, figure: Figure) -> str:
        """Return what all figures share that may be compared with this one."""
        measure = str(figure.measure.id) if figure.measure else ""
        label = figure.label if self.is_ambiguous(figure) else ""
        return ":".join(part for part in (measure, figure.group, label) if part)

    def is_ambiguous(self, figure: Figure) -> bool:
        """Tell whether a year has several figures of the measure and the group."""
        return kind_of(figure) in self._ambiguous

    @cached_property
    def _ambiguous(self) -> set[tuple[int | None, str]]:
        counts = Counter((f.programme_year, *kind_of(f)) for f in self.figures)
        return {(measure, group) for (_y, measure, group), n in counts.items() if n > 1}


def kind_of(figure: Figure) -> tuple[int | None, str]:
    return (figure.measure.id if figure.measure else None, figure.group)
