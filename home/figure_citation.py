"""How figures are cited: source, measure, period, when they were taken, and where."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from cms import dates
from cms.publishing.schemas import Period, Statistic
from cms.publishing.schemas.site import SiteInfo


def citation(
    statistics: Sequence[Statistic], site: SiteInfo | None, url: str, name: str = ""
) -> str:
    """Return a citation as plain text, in the active language.

    All figures are of one measure; `name` is what they have in common beside it. After
    the address stands no period, which would be taken for a part of it.
    """
    measure = statistics[0].measure
    subject = ": ".join(
        part for part in (measure.name if measure else "", name) if part
    )
    parts = [
        "; ".join(unique(s.source.name for s in statistics if s.source)),
        f"{subject}, {period_of(statistics)}",
        retrieved(statistics),
        site.name if site else "",
        url,
    ]
    return ". ".join(part for part in parts if part)


def unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def period_of(statistics: Sequence[Statistic]) -> str:
    """Return the years, and the days where all figures say theirs."""
    labels = unique(s.period.label for s in statistics)
    several = _("%(first)s to %(last)s") % {"first": min(labels), "last": max(labels)}
    years = several if len(labels) > 1 else labels[0]
    days = days_of([s.period for s in statistics])
    return f"{years} ({days})" if days else years


def days_of(periods: Sequence[Period]) -> str:
    starts = [p.start for p in periods if p.start]
    ends = [p.end for p in periods if p.end]
    if len(starts) < len(periods) or len(ends) < len(periods):
        return ""
    return dates.day_range(min(starts), max(ends))


def retrieved(statistics: Sequence[Statistic]) -> str:
    days = [s.retrieved_on for s in statistics if s.retrieved_on]
    return _("Retrieved %(day)s") % {"day": dates.day(max(days))} if days else ""
