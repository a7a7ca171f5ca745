"""Dates and times as people read them, in the active language."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as formatted
from django.utils.formats import get_format
from django.utils.translation import get_language

DAYS = {"en": "F j, Y", "es": r"j \d\e F \d\e Y"}
WEEKDAYS = {"en": "l, F j, Y", "es": r"l j \d\e F \d\e Y"}
# The two ends of a range within one month and within one year.
MONTH_RANGES = {"en": ("F j", "j, Y"), "es": ("j", r"j \d\e F \d\e Y")}
YEAR_RANGES = {"en": ("F j", "F j, Y"), "es": (r"j \d\e F", r"j \d\e F \d\e Y")}
CLOCK = "g:i"
# As the Academy of the language writes them, with spaces at which no line breaks;
# other languages have Django's.
HALVES_OF_DAY = {"es": ("a.\N{NO-BREAK SPACE}m.", "p.\N{NO-BREAK SPACE}m.")}
# Two times of one day, and what stands between a time and its zone.
CLOCK_RANGES = {"es": "de {} a {}"}
BEFORE_ZONE = {"es": ", "}


def day(value: date) -> str:
    """Return `October 26, 2017`, or what another language writes."""
    return formatted(value, _pattern(DAYS))


def moment(value: datetime, zone: str) -> str:
    """Return `Thursday, October 26, 2017, 2:00 p.m.` on the clocks of a zone."""
    local = value.astimezone(ZoneInfo(zone))
    return f"{formatted(local, _pattern(WEEKDAYS))}, {_clock(local)}"


def in_zone(text: str, zone_label: str) -> str:
    """Return a time with the name of the zone on whose clocks it is told."""
    return f"{text}{BEFORE_ZONE.get(_language(), ' ')}{zone_label}"


def event_time(start: datetime, end: datetime, zone: str) -> str:
    """Return when an event is, on the clocks of its own zone.

    Within a day: `Thursday, October 26, 2017, 2:00–4:00 p.m.`; over several days
    only these: `September 19–21, 2017`.
    """
    first, last = days(start, end, zone)
    if last > first:
        return day_range(first, last)
    start, end = start.astimezone(ZoneInfo(zone)), end.astimezone(ZoneInfo(zone))
    return f"{formatted(start, _pattern(WEEKDAYS))}, {_clock_range(start, end)}"


def leaf(start: datetime, end: datetime, zone: str) -> dict[str, str]:
    """Return the month, days and year on a leaf of a calendar: `Sep`, `19–21`, `2017`.

    Of days in two months only the first stands there.
    """
    first, last = days(start, end, zone)
    same_month = (last.year, last.month) == (first.year, first.month)
    several = same_month and last.day > first.day
    return {
        "month": formatted(first, "M"),
        "days": f"{first.day}–{last.day}" if several else str(first.day),
        "year": str(first.year),
    }


def is_one_day(start: datetime, end: datetime, zone: str) -> bool:
    """Tell whether an event has a time of day worth saying."""
    first, last = days(start, end, zone)
    return last <= first


def days(start: datetime, end: datetime, zone: str) -> tuple[date, date]:
    """Return the first and the last day of an event on the clocks of a zone.

    An end at midnight belongs to the day before.
    """
    start, end = start.astimezone(ZoneInfo(zone)), end.astimezone(ZoneInfo(zone))
    return start.date(), (end - timedelta(microseconds=1)).date()


def day_range(first: date, last: date) -> str:
    """Return `September 19–21, 2017`: month and year are named once where they can."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        begin, end = YEAR_RANGES.get(_language(), (_default(), _default()))
        return f"{formatted(first, begin)} – {formatted(last, end)}"
    begin, end = MONTH_RANGES.get(_language(), (_default(), _default()))
    return f"{formatted(first, begin)}–{formatted(last, end)}"


def _clock_range(start: datetime, end: datetime) -> str:
    same_half = formatted(start, "A") == formatted(end, "A")
    begin = formatted(start, CLOCK) if same_half else _clock(start)
    return CLOCK_RANGES.get(_language(), "{}–{}").format(begin, _clock(end))


def _clock(value: datetime) -> str:
    halves = HALVES_OF_DAY.get(_language())
    half = halves[value.hour >= 12] if halves else formatted(value, "a")
    return f"{formatted(value, CLOCK)} {half}"


def _pattern(patterns: dict[str, str]) -> str:
    return patterns.get(_language(), _default())


def _default() -> str:
    return get_format("DATE_FORMAT")


def _language() -> str:
    return (get_language() or "en").split("-")[0]
