"""Days and moments in a query."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from cms.publishing.models import NEVER

from .parameters import Kind
from .problems import bad_value

FORM = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?",
    re.ASCII,
)
WRONG = "must be a day such as 2017-10-03, or a moment such as 2017-10-03T14:00:00Z"


@dataclass(frozen=True)
class Moment(Kind):
    """A day, by the site's clocks, or a moment with its zone.

    A day stands for its first moment, or for its last where it is the end of a range.
    """

    is_end: bool

    def read(self, text: str) -> datetime:
        form = FORM.fullmatch(text)
        if not form:
            raise bad_value(WRONG)
        try:
            found = datetime.fromisoformat(text)
            found = self.of_day(found) if form["day"] == text else found
            moment = found.astimezone(UTC)
        except (ValueError, OverflowError):
            raise bad_value(WRONG) from None
        if moment < NEVER:
            raise bad_value(f"must not be before the year {NEVER.year}")
        return moment

    def of_day(self, day: datetime) -> datetime:
        first = timezone.make_aware(datetime.combine(day, time.min))
        if not self.is_end:
            return first
        return first + timedelta(days=1) - timedelta(microseconds=1)

    def schema(self) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": r"^[1-9]\d{3}-",
            "anyOf": [{"format": "date"}, {"format": "date-time"}],
        }
