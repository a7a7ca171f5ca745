"""Events as iCalendar files (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cms.dates import days, is_one_day
from cms.publishing.clock import catch_up
from cms.publishing.content import site_info
from cms.publishing.models import Publication, PublicationQuerySet, Resource

from .api import WebinarDetail
from .feeds import EVENTS
from .models import WebinarPage

CALENDAR = "text/calendar; charset=utf-8"
MAX_LINE_BYTES = 75
MAX_EVENTS = 500


@require_safe
@transaction.non_atomic_requests
def webinar_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a public event as a file that calendars open."""
    catch_up()
    row = events().live().filter(object_id=pk).first()
    if row is None:
        raise Http404("There is no such event.")
    response = HttpResponse(calendar_of([row]), content_type=CALENDAR)
    slug = WebinarDetail.model_validate_json(row.body).meta.slug
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{slug}.ics"
    )
    return response


@require_safe
@transaction.non_atomic_requests
def all_events(request: HttpRequest) -> HttpResponse:
    """Send the last events of a language as a calendar to which one subscribes."""
    catch_up()
    rows = events().listed().filter(locale=get_language() or "en")
    last = rows.order_by("-dated_at", "-object_id")[:MAX_EVENTS]
    head = head_of_calendar(request)
    response = HttpResponse(calendar_of(last, head), content_type=CALENDAR)
    # Calendars on the web ask for it from where they are.
    response["Access-Control-Allow-Origin"] = "*"
    return response


def events() -> PublicationQuerySet:
    pages = Publication.objects.of(Resource.PAGES)
    return pages.filter(type=WebinarPage._meta.label)


def head_of_calendar(request: HttpRequest) -> list[str]:
    """Return the lines that name a calendar, and say how often to ask for it."""
    site = site_info(request)
    name = str(EVENTS.title)
    if site:
        name = f"{name} | {site.name}"
    return [
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        f"DESCRIPTION:{escaped(str(EVENTS.description))}",
        f"SOURCE;VALUE=URI:{site.root_url if site else ''}{request.path}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ]


def calendar_of(rows: Iterable[Publication], head: Iterable[str] = ()) -> str:
    """Return events as iCalendar text, with CRLF at the end of each line."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//RESULTS//Events//EN",
        *head,
        *(line for row in rows for line in lines_of(row)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def lines_of(row: Publication) -> list[str]:
    """Return an event; the number of the row grows with each change of it."""
    event = WebinarDetail.model_validate_json(row.body)
    cancelled = event.state == "cancelled"
    described = (event.summary, event.cancelled_reason)
    return [
        "BEGIN:VEVENT",
        f"UID:page-{event.id}@{event.meta.html_url.split('/')[2]}",
        f"SEQUENCE:{row.sequence}",
        f"DTSTAMP:{instant(row.recorded_at)}",
        *times_of(event),
        f"SUMMARY:{escaped(event.title)}",
        f"DESCRIPTION:{escaped(chr(10).join(filter(None, described)))}",
        *([f"LOCATION:{escaped(event.place)}"] if event.place else []),
        f"URL:{event.meta.html_url}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "END:VEVENT",
    ]


def times_of(event: WebinarDetail) -> list[str]:
    """Return begin and end: instants, or whole days where the page tells no hours."""
    when = (event.starts_at, event.ends_at, event.time_zone)
    if is_one_day(*when):
        return [f"DTSTART:{instant(when[0])}", f"DTEND:{instant(when[1])}"]
    first, last = days(*when)
    # The day on which it is over, as the format has it.
    over = last + timedelta(days=1)
    return [
        f"DTSTART;VALUE=DATE:{calendar_day(first)}",
        f"DTEND;VALUE=DATE:{calendar_day(over)}",
    ]


def calendar_day(day: date) -> str:
    return f"{day:%Y%m%d}"


def instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """Return text in which nothing ends the value or begins a new line."""
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return "\\n".join(text.splitlines())


def folded(line: str) -> str:
    """Return a line cut into pieces of at most 75 bytes, as the format asks."""
    pieces: list[str] = []
    piece = ""
    for character in line:
        # A piece after the first begins with a space, which counts.
        room = MAX_LINE_BYTES - (1 if pieces else 0)
        if len((piece + character).encode()) > room:
            pieces.append(piece)
            piece = ""
        piece += character
    return "\r\n ".join([*pieces, piece])
