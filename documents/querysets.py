"""Questions that are asked of documents."""

from datetime import datetime
from typing import Self

from wagtail.documents.models import DocumentQuerySet as WagtailDocumentQuerySet

from .choices import DocumentStatus


class DocumentQuerySet(WagtailDocumentQuerySet):
    def released(self) -> Self:
        """Those that were released; their collections may be private all the same."""
        return self.filter(released_at__isnull=False)

    def unreleased(self) -> Self:
        """Those that only staff sees."""
        return self.filter(released_at__isnull=True)

    def due_for_release(self, now: datetime) -> Self:
        """Those whose set time has come, and that nobody has released yet."""
        return self.unreleased().filter(release_at__lte=now)

    def not_withdrawn(self) -> Self:
        return self.exclude(status=DocumentStatus.WITHDRAWN)

    def after(self, position: int) -> Self:
        """Those with a later place in their series, the nearest first."""
        return self.filter(series_position__gt=position).order_by("series_position")

    def before(self, position: int) -> Self:
        """Those with an earlier place in their series, the nearest first."""
        return self.filter(series_position__lt=position).order_by("-series_position")
