"""What was measured, what it must show, and what is missed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from math import inf
from statistics import mean
from typing import Any, Literal

from .databases import Database
from .rows import JUDGED_AT, REBUILD_MEGABYTES, Row
from .wrk import Load

# A ratio to yardsticks further apart than this says nothing: the machine was busy.
MOST_SPREAD = 1.3

Matter = Literal["to bare", "queries", "growth", "memory"]


@dataclass(frozen=True)
class Measured:
    """A row on one size of the site, with the yardstick before and after it."""

    load: Load
    before: Load
    after: Load
    queries: int
    # The median answer's.
    bytes: int

    @property
    def ratio(self) -> float:
        """Return the share of what the same server does with the same bytes ready."""
        return self.load.rps / mean((self.before.rps, self.after.rps))

    @property
    def spread(self) -> float:
        """Return how far apart the two yardsticks are: 1 where they agree."""
        rates = (self.before.rps, self.after.rps)
        return max(rates) / min(rates)

    @property
    def problem(self) -> str:
        """Return why the figures mean nothing, or nothing."""
        if self.load.problem:
            return self.load.problem
        bare = self.before.problem or self.after.problem
        if bare:
            return f"yardstick: {bare}"
        if self.spread > MOST_SPREAD:
            return f"yardstick: {self.spread:.1f} times apart, measure again"
        return ""


@dataclass(frozen=True)
class Verdict:
    """A figure, the limit that it must keep, and whether it does."""

    matter: Matter
    found: float
    limit: float

    @property
    def fine(self) -> bool:
        if self.matter == "to bare":
            return self.found >= self.limit
        return self.found <= self.limit


@dataclass
class RowResult:
    """A row on all sizes; `problem` says why it was not measured."""

    row: Row
    measured: dict[int, Measured] = field(default_factory=dict)
    problem: str = ""

    @property
    def judged_at(self) -> int:
        """Return the size for which the ratio is required, or the largest there is."""
        return judged_at(self.measured)

    @property
    def growth(self) -> float | None:
        """Return how p50 grew from the smallest to the largest site."""
        return self.growth_to(max(self.measured)) if len(self.measured) > 1 else None

    @property
    def slowing(self) -> float:
        """Return how many times fewer answers a second the largest site gives.

        What half of sixteen connections wait hangs on how they fall to two workers:
        five and eleven wait otherwise than eight and eight, for as many answers. What
        has truly grown has become slower by this measure, too.
        """
        sizes = sorted(self.measured)
        first, last = (self.measured[size].load.rps for size in (sizes[0], sizes[-1]))
        return first / last if last else inf

    def growth_to(self, size: int) -> float | None:
        """Return how p50 grew from the smallest site to one of this size."""
        smallest = min(self.measured)
        first = self.measured[smallest].load.p50
        return (
            self.measured[size].load.p50 / first if first and size > smallest else None
        )

    def verdicts(self) -> Iterator[Verdict]:
        """Yield the figures that have a limit."""
        limits = self.row.limits
        if limits is None or not self.measured:
            return
        yield Verdict("to bare", self.measured[self.judged_at].ratio, limits.ratio)
        queries = max(measured.queries for measured in self.measured.values())
        yield Verdict("queries", queries, limits.queries)
        if self.growth is not None:
            yield Verdict("growth", min(self.growth, self.slowing), limits.growth)

    def verdict(self, matter: Matter) -> Verdict | None:
        return next((v for v in self.verdicts() if v.matter == matter), None)

    def missed(self) -> list[str]:
        """Return in words what a row does not show that it must."""
        if self.problem:
            return [f"{self.row.name}: {self.problem}"] if self.is_required else []
        broken = [
            f"{self.row.name}: {measured.problem} ({size:,} pages)"
            for size, measured in self.measured.items()
            if measured.problem
        ]
        return broken + [
            in_words(self.row.name, v) for v in self.verdicts() if not v.fine
        ]

    @property
    def is_required(self) -> bool:
        return self.row.limits is not None


def judged_at(sizes: Collection[int]) -> int:
    """Return the size at which ratios are judged: the largest where 20,000 is not."""
    return JUDGED_AT if JUDGED_AT in sizes else max(sizes)


def in_words(name: str, verdict: Verdict) -> str:
    bound = "at least" if verdict.matter == "to bare" else "at most"
    return f"{name}: {verdict.matter} {verdict.found:.4g}, {bound} {verdict.limit:g}"


def rebuild_verdict(database: Database) -> Verdict:
    return Verdict("memory", database.rebuild.megabytes, REBUILD_MEGABYTES)


@dataclass
class Results:
    """All that a run has measured."""

    databases: list[Database]
    rows: list[RowResult] = field(default_factory=list)
    alone: list[Any] = field(default_factory=list)

    def missed(self) -> list[str]:
        """Return in words all that was required and is not so."""
        results = [*self.rows, *self.alone]
        found = [line for result in results for line in result.missed()]
        for database in self.databases:
            verdict = rebuild_verdict(database)
            if not verdict.fine:
                found.append(in_words(f"rebuild of {database.total:,}", verdict))
        return found
