"""Bar charts of statistics: all geometry, so that a template only writes it down.

Lengths across are percentages and lengths down are pixels: a chart fills the width
that it is given, and its words keep their size on a phone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from textwrap import wrap

from cms.publishing.schemas import Measure, Period, Source, Statistic

LINE_HEIGHT, BAR_HEIGHT, GAP = 20, 22, 14
LABEL_LETTERS = 38
# The room to the right of the longest bar belongs to its figure.
LONGEST = 72


@dataclass(frozen=True)
class Line:
    """One line of a label; `y` is its baseline."""

    text: str
    y: int


@dataclass(frozen=True)
class Point:
    """What a bar stands for; `value` is None where there is no figure."""

    name: str
    value: Decimal | None
    display: str
    is_preliminary: bool = False


@dataclass(frozen=True)
class Bar:
    """One figure: its label above, the bar, its value at the bar's end.

    A gap has no width: the words that stand in place of a figure are its `value`.
    """

    label: list[Line]
    y: int
    height: int
    width: str
    value: str
    value_y: int
    preliminary: bool
    is_gap: bool


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars from a common zero; `height` in pixels."""

    height: int
    bars: list[Bar]
    description: str


@dataclass(frozen=True)
class Origin:
    """Where figures come from and which days they cover."""

    source: Source
    period: Period
    retrieved_on: date | None


@dataclass(frozen=True)
class Row:
    """A statistic with its name within its measure and the number of its footnote."""

    name: str
    statistic: Statistic
    note: int | None


@dataclass(frozen=True)
class MeasureFigures:
    """All statistics of one measure, which alone may be compared with each other.

    `by_group`: the rows are named by their groups, and not by their labels.
    """

    measure: Measure
    rows: list[Row]
    chart: BarChart | None
    notes: list[str]
    by_group: bool

    @property
    def statistics(self) -> list[Statistic]:
        return [row.statistic for row in self.rows]

    @property
    def origins(self) -> list[Origin]:
        return origins(self.statistics)


def by_measure(statistics: Iterable[Statistic]) -> list[MeasureFigures]:
    """Group statistics by what they count, in the order in which measures appear."""
    groups: dict[int | None, list[Statistic]] = {}
    for statistic in statistics:
        key = statistic.measure.id if statistic.measure else None
        groups.setdefault(key, []).append(statistic)
    return [_figures(group) for group in groups.values()]


def bar_chart(points: Sequence[Point]) -> BarChart | None:
    """Draw points below each other; None where there is nothing to compare.

    Bars need two figures from a common zero, so negative ones make no chart. A point
    without a figure keeps its place, with words for a bar.
    """
    values = [point.value for point in points if point.value is not None]
    if len(values) < 2 or any(value < 0 for value in values):
        return None
    largest = max(values) or 1
    bars: list[Bar] = []
    top = 0
    for point in points:
        bars.append(_bar(point, top, float((point.value or 0) / largest)))
        top = bars[-1].y + BAR_HEIGHT + GAP
    parts = (f"{point.name}: {point.display}" for point in points)
    return BarChart(height=top - GAP, bars=bars, description="; ".join(parts) + ".")


def origins(statistics: Iterable[Statistic]) -> list[Origin]:
    """Return where these figures come from, each origin once."""
    found: list[Origin] = []
    for statistic in statistics:
        origin = Origin(statistic.source, statistic.period, statistic.retrieved_on)
        if origin not in found:
            found.append(origin)
    return found


def sources(statistics: Iterable[Statistic]) -> list[Origin]:
    """Return one origin for each source, whatever days its figures cover."""
    by_source = {o.source.id: o for o in origins(statistics) if o.source}
    return list(by_source.values())


def point_of(name: str, statistic: Statistic) -> Point:
    is_preliminary = statistic.status == "preliminary"
    return Point(name, statistic.value, statistic.display, is_preliminary)


def _bar(point: Point, top: int, share: float) -> Bar:
    lines = wrap(point.name, LABEL_LETTERS) or [point.name]
    label = [
        Line(text, top + LINE_HEIGHT * (i + 1) - 5) for i, text in enumerate(lines)
    ]
    y = top + LINE_HEIGHT * len(lines)
    return Bar(
        label=label,
        y=y,
        height=BAR_HEIGHT,
        # Text, because a template would write a number with the comma of Spanish.
        width=f"{LONGEST * share:.2f}%",
        value=point.display,
        value_y=y + BAR_HEIGHT - 6,
        preliminary=point.is_preliminary,
        is_gap=point.value is None,
    )


def _figures(statistics: list[Statistic]) -> MeasureFigures:
    groups = [statistic.group for statistic in statistics]
    by_group = all(groups) and len(set(groups)) == len(groups)
    notes = list(dict.fromkeys(s.footnote for s in statistics if s.footnote))
    rows = [
        Row(
            name=statistic.group if by_group else statistic.label,
            statistic=statistic,
            note=notes.index(statistic.footnote) + 1 if statistic.footnote else None,
        )
        for statistic in statistics
    ]
    measure = statistics[0].measure
    chart = bar_chart([point_of(row.name, row.statistic) for row in rows])
    return MeasureFigures(measure, rows, chart, notes, by_group)
