"""Questions that are asked of events."""

from datetime import datetime
from typing import Self

from wagtail.query import PageQuerySet


class WebinarPageQuerySet(PageQuerySet):
    def still_on(self, now: datetime) -> Self:
        """Return events that are held now or later, the next one first."""
        found = self.filter(ends_at__gt=now, cancelled=False)
        return found.order_by("starts_at", "pk")
