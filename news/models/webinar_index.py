"""The list of events: those to come, and those that are over."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cms.models import IndexPage
from cms.narrowing import FacetFilter
from cms.publishing.content import cards
from cms.publishing.models import PublicationQuerySet

from .list_filters import TOPIC, YEAR
from .webinar import WebinarKind, WebinarState

STILL_ON = (WebinarState.UPCOMING, WebinarState.LIVE)
OVER = (WebinarState.PAST, WebinarState.CANCELLED)


class WebinarIndexPage(IndexPage):
    """All events: what comes, and what was."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.WebinarPage"]
    max_count_per_parent = 1

    listed_type = "news.WebinarPage"
    filters = (
        FacetFilter("kind", _("Type"), "kind", lambda: dict(WebinarKind.choices)),
        TOPIC,
        YEAR,
    )

    class Meta(IndexPage.Meta):
        verbose_name = _("events section")

    def listing(self, request: HttpRequest) -> PublicationQuerySet:
        """Return the events that are over; those to come have a list of their own."""
        return super().listing(request).with_facet("state", list(OVER))

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Add `upcoming`, the cards of events that are still on, the next one first."""
        context = super().get_context(request, *args, **kwargs)
        still_on = self.narrowed(request).rows.with_facet("state", list(STILL_ON))
        context["upcoming"] = cards(still_on.order_by("dated_at", "object_id"))
        return context
