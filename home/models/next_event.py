"""The event that a home page announces, which changes by the clock."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page

from cms.publishing.tags import list_tag
from news.models import WebinarPage


class NextEvent:
    """The event below a home page that is happening now, or else comes next."""

    def __init__(self, home: Page) -> None:
        self.home = home

    def publish(self, renderer: Any) -> Any:
        """Return its short public form, and note the list; None where nothing comes.

        The form says when it changes: at the latest when the event is over.
        """
        renderer.note(list_tag(WebinarPage))
        candidates = WebinarPage.objects.live().descendant_of(self.home)
        candidates = candidates.filter(withdrawn_on__isnull=True)
        for page in candidates.still_on(timezone.now()).iterator(chunk_size=20):
            if renderer.may_show(page):
                return renderer.card(page)
        return None
