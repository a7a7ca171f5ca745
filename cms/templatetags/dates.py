"""`{% load dates %}`: dates and times as people read them."""

from datetime import date, datetime
from typing import Protocol

from django import template
from django.utils import timezone

from cms import dates
from cms.publishing.schemas import Period

register = template.Library()


class Event(Protocol):
    """What an event says of its time."""

    starts_at: datetime
    ends_at: datetime
    time_zone: str
    time_zone_label: str


@register.filter
def day(value: date | datetime | None) -> str:
    """Write a day, of a moment the one at the site; nothing where there is none."""
    if not value:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return dates.day(value)


@register.simple_tag
def event_time(event: Event) -> str:
    """Write when a webinar is; its zone is named where a time of day is."""
    start, end, zone = event.starts_at, event.ends_at, event.time_zone
    text = dates.event_time(start, end, zone)
    if dates.is_one_day(start, end, zone):
        return dates.in_zone(text, event.time_zone_label)
    return text


@register.filter
def has_hours(event: Event) -> bool:
    """Tell whether an event has a time of day worth saying."""
    return dates.is_one_day(event.starts_at, event.ends_at, event.time_zone)


@register.inclusion_tag("cms/includes/date_tile.html")
def date_tile(event: Event) -> dict[str, str]:
    """Draw the day of an event as a leaf of a calendar."""
    return dates.leaf(event.starts_at, event.ends_at, event.time_zone)


@register.simple_tag
def moment(value: datetime, event: Event) -> str:
    """Write a moment on the clocks of an event."""
    text = dates.moment(value, event.time_zone)
    return dates.in_zone(text, event.time_zone_label)


@register.filter
def period(value: Period) -> str:
    """Write the days that a figure covers, or the label where they are not known."""
    if value.start and value.end:
        return dates.day_range(value.start, value.end)
    return value.label
