"""The library: all documents, found by what they are."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from cms.models import IndexPage
from cms.models.index_pages import CardPaginator
from cms.publishing.models import PublicationQuerySet
from documents.library.shelf import shelf_of
from documents.library.table import table_of


class DocumentLibraryPage(IndexPage):
    """Lists the public documents, the newest first, and filters them."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    listed_type = "documents.CustomDocument"
    per_page = 20

    def listing(self, request: HttpRequest) -> PublicationQuerySet:
        """Return the rows that the visitor's filters leave, in order."""
        return shelf_of(request).question.ordered_rows()

    def paginator(self, request: HttpRequest) -> CardPaginator:
        """Return the pages of the list, which need not be counted once more."""
        paginator = super().paginator(request)
        paginator.count = shelf_of(request).counts.total
        return paginator

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Add `library`: what is chosen, what could be, and the ways on."""
        context = super().get_context(request, *args, **kwargs)
        context["library"] = shelf_of(request)
        return context

    def serve(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Answer `?format=csv` with the same list as a table, whole."""
        if request.GET.get("format") == "csv":
            return table_of(shelf_of(request).question)
        return super().serve(request, *args, **kwargs)
