"""Results as text: each figure beside what it must be."""

from collections.abc import Iterator

from .results import Matter, Results, RowResult, Verdict, rebuild_verdict

FINE, MISSED = "✓", "✗"
HEAD = (
    f"{'row':<16}{'pages':>8}{'req/s':>8}{'p50 ms':>8}{'p99 ms':>8}{'kB':>7}"
    f"  {'queries':<12}{'to bare':<16}{'growth':<14}"
)


def opening_lines(load_average: float, cores: int) -> Iterator[str]:
    """Yield a warning where others keep the machine busy."""
    if load_average > cores / 2:
        yield (
            f"The machine is busy (load {load_average:.1f} on {cores} cores):"
            " these figures are not those of the site."
        )


def lines_of(result: RowResult) -> Iterator[str]:
    """Yield a line for each size; a limit stands beside the figure that it judges."""
    name = result.row.name
    if result.problem:
        mark = f" {MISSED}" if result.is_required else ""
        yield f"{name:<16}not available: {result.problem}{mark}"
        return
    for size in sorted(result.measured):
        yield line_of(result, size, name)
        name = ""


def line_of(result: RowResult, size: int, name: str) -> str:
    measured = result.measured[size]
    load = measured.load
    growth = result.growth_to(size)
    cells = (
        f"{name:<16}{size:>8,}{load.rps:>8,.0f}{load.p50:>8.1f}{load.p99:>8.1f}"
        f"{measured.bytes / 1000:>7.1f}  "
        f"{queries_cell(result, size):<12}"
        f"{ratio_cell(result, size):<16}"
        f"{'' if growth is None else growth_cell(result, size, growth):<18}"
    )
    return f"{cells}{measured.problem}".rstrip()


def queries_cell(result: RowResult, size: int) -> str:
    queries, limits = result.measured[size].queries, result.row.limits
    if limits is None:
        return str(queries)
    return str(judged(Verdict("queries", queries, limits.queries), f"{queries}"))


def ratio_cell(result: RowResult, size: int) -> str:
    verdict = verdict_at(result, "to bare", size, result.judged_at)
    return judged(verdict, f"{result.measured[size].ratio:.3f}")


def growth_cell(result: RowResult, size: int, growth: float) -> str:
    verdict = verdict_at(result, "growth", size, max(result.measured))
    if verdict and verdict.found != growth:
        return judged(verdict, f"{growth:.2f}/{result.slowing:.2f}")
    return judged(verdict, f"{growth:.3f}")


def verdict_at(
    result: RowResult, matter: Matter, size: int, judged_at: int
) -> Verdict | None:
    return result.verdict(matter) if size == judged_at else None


def judged(verdict: Verdict | None, shown: str) -> str:
    """Return a figure as it is shown, with its limit and a mark where it has one."""
    if verdict is None:
        return shown
    sign = "≥" if verdict.matter == "to bare" else "≤"
    return f"{shown} {sign} {verdict.limit:.3g} {mark(verdict)}"


def mark(verdict: Verdict) -> str:
    return FINE if verdict.fine else MISSED


def rebuild_lines(results: Results) -> Iterator[str]:
    """Yield what writing the whole log took when the database was made."""
    for database in results.databases:
        effort, things = database.rebuild, database.things
        each = 1000 * effort.seconds / things
        verdict = rebuild_verdict(database)
        yield (
            f"rebuild of {database.total:,} pages, {things:,} things:"
            f" {effort.seconds:,.0f} s, {each:.1f} ms a thing,"
            f" {judged(verdict, f'{effort.megabytes:.0f}')} MB"
        )


def closing_lines(results: Results) -> Iterator[str]:
    missed = results.missed()
    if not missed:
        yield f"{FINE} All that is required is shown."
        return
    yield f"{MISSED} {len(missed)} not as required:"
    yield from (f"  {line}" for line in missed)
