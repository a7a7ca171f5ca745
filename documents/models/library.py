"""The library: all documents, found by what they are."""

from typing import Any

from django.http import HttpRequest

from cms.models import IndexPage
from cms.publishing.models import Publication, PublicationQuerySet, Resource
from documents.filters import filters_of


class DocumentLibraryPage(IndexPage):
    """Lists the public documents, the newest first, and filters them."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    listed_type = "documents.CustomDocument"

    def listing(self, request: HttpRequest) -> PublicationQuerySet:
        """Return the rows that the visitor's filters leave, in order."""
        rows = Publication.objects.listed().of(Resource.DOCUMENTS)
        rows = filters_of(request).applied_to(rows)
        return rows.order_by("-dated_at", "-object_id").lists()

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Add `filters`, a message on what was ignored, and the address of the list.

        `filter_query` is what the links to other pages of the list begin with: empty,
        or for example `type=form&year=2017&`.
        """
        context = super().get_context(request, *args, **kwargs)
        filters = filters_of(request)
        query = request.GET.copy()
        query.clear()
        query.update(filters.chosen)
        context["filters"] = filters.filters
        context["filter_message"] = filters.message
        context["filter_query"] = f"{query.urlencode()}&" if query else ""
        return context
