"""Events as iCalendar files (RFC 5545)."""

from datetime import UTC, datetime

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cms.publishing.clock import catch_up
from cms.publishing.models import Publication, Resource

from .api import WebinarDetail
from .models import WebinarPage

MAX_LINE_BYTES = 75


@require_safe
@transaction.non_atomic_requests
def webinar_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a public event as a file that calendars open."""
    catch_up()
    rows = Publication.objects.of(Resource.PAGES).live()
    row = rows.filter(object_id=pk, type=WebinarPage._meta.label).first()
    if row is None:
        raise Http404("There is no such event.")
    event = WebinarDetail.model_validate_json(row.body)
    text = calendar_of(event, row.recorded_at)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{event.meta.slug}.ics"
    )
    return response


def calendar_of(event: WebinarDetail, stamped_at: datetime) -> str:
    """Return the event as iCalendar text, with CRLF at the end of each line."""
    cancelled = event.state == "cancelled"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//RESULTS//Events//EN",
        "BEGIN:VEVENT",
        f"UID:page-{event.id}@{event.meta.html_url.split('/')[2]}",
        f"DTSTAMP:{instant(stamped_at)}",
        f"DTSTART:{instant(event.starts_at)}",
        f"DTEND:{instant(event.ends_at)}",
        f"SUMMARY:{escaped(event.title)}",
        f"DESCRIPTION:{escaped(event.summary)}",
        *([f"LOCATION:{escaped(event.place)}"] if event.place else []),
        f"URL:{event.meta.html_url}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


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
