"""Pages that list the pages below them, as the publication log has them."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page as PaginatedPage
from django.core.paginator import Paginator
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from cms.blocks import TEXT_FEATURES
from cms.narrowing import Filter, Narrowed, narrowed_by
from cms.publishing.content import cards
from cms.publishing.models import Publication, PublicationQuerySet, Resource

from .pages import BasePage

PER_PAGE = 10


class CardPaginator(Paginator[Any]):
    """Rows of the log, a page of which is read as cards."""

    def page(self, number: int | str) -> PaginatedPage[Any]:
        page = super().page(number)
        # By their keys: the database need not sort what is passed over with its texts.
        rows: Any = page.object_list
        whole = Publication.objects.filter(pk__in=rows.values("pk"))
        page.object_list = cards(whole.order_by(*rows.query.order_by).lists())
        return page


class IndexPage(BasePage):
    """An introduction above a list, newest first."""

    introduction = RichTextField(
        features=TEXT_FEATURES,
        blank=True,
        help_text="One or two sentences above the list: what the reader finds in it.",
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    # The type of the pages listed, as clients of the API name it.
    listed_type = ""
    # By what readers narrow the list down; the address keeps it.
    filters: Sequence[Filter] = ()
    shows_itself_alone = False
    per_page = PER_PAGE

    class Meta:
        abstract = True

    def everything(self) -> PublicationQuerySet:
        """Return the rows that the list has before it is narrowed down, in order."""
        rows = Publication.objects.listed().of(Resource.PAGES).below(self.pk)
        rows = rows.filter(type=self.listed_type)
        return rows.order_by("-dated_at", "-object_id").lists()

    def narrowed(self, request: HttpRequest) -> Narrowed:
        """Return the list as the address asks for it, read once a request."""
        kept: Narrowed | None = getattr(request, "narrowed_list", None)
        if kept is None:
            kept = narrowed_by(request, self.everything(), self.filters)
            request.narrowed_list = kept  # type: ignore[attr-defined]
        return kept

    def listing(self, request: HttpRequest) -> PublicationQuerySet:
        """Return the rows that the list shows, in order."""
        return self.narrowed(request).rows

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Add `items`, a page of cards, and `narrowed`: what narrows the list down.

        An unknown number gives the nearest page.
        """
        context = super().get_context(request, *args, **kwargs)
        paginator = self.paginator(request)
        context["items"] = paginator.get_page(request.GET.get("page"))
        context["narrowed"] = self.narrowed(request)
        return context

    def paginator(self, request: HttpRequest) -> CardPaginator:
        return CardPaginator(self.listing(request), self.per_page)
