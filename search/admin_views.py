"""What editors learn of the search, and what they put on top of it."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin.auth import permission_denied
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.contrib.search_promotions.views import settings as promotion_views

from .insight import flush
from .models import SearchedWords

PROMOTE = "wagtailsearchpromotions.add_searchpromotion"


class SearchedWordsFilterSet(WagtailFilterSet):
    """Finds what was looked for in a month, and what was looked for in vain."""

    month = django_filters.ChoiceFilter(
        label="Month", choices=lambda: months(), empty_label="All months"
    )
    found_nothing = django_filters.ChoiceFilter(
        label="Results",
        choices=[("True", "Nothing was found"), ("False", "Something was found")],
        empty_label="All",
    )

    class Meta:
        model = SearchedWords
        fields = ["month", "found_nothing", "locale"]


def months() -> list[tuple[str, str]]:
    """Return the months of which there is anything, the newest first."""
    found = SearchedWords.objects.order_by("-month").values_list("month", flat=True)
    return [(month.isoformat(), f"{month:%B %Y}") for month in found.distinct()]


class PromoteColumn(Column):
    """Leads to the form that puts something on top of the results."""

    cell_template_name = "search/admin/promote_cell.html"

    def get_cell_context_data(
        self, instance: SearchedWords, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(
            instance, parent_context
        )
        query = urlencode({"query_string": instance.words})
        context["url"] = f"{reverse('wagtailsearchpromotions:add')}?{query}"
        return context


class SearchedWordsReportView(ReportView):
    """The queries of each month, the most frequent first."""

    page_title = "Searched words"
    header_icon = "search"
    is_searchable = True
    search_fields = ["words"]
    filterset_class = SearchedWordsFilterSet
    default_ordering = "-times"
    index_url_name = "searched_words"
    index_results_url_name = "searched_words_results"
    columns = [
        Column("words", label="Words", sort_key="words"),
        NumberColumn("times", label="Times", sort_key="times"),
        Column("month", label="Month", accessor=lambda row: f"{row.month:%B %Y}"),
        Column("locale", label="Language"),
        BooleanColumn(
            "found_something",
            label="Found something",
            accessor=lambda row: not row.found_nothing,
            sort_key="found_nothing",
        ),
        PromoteColumn("promote", label="", accessor="words"),
    ]
    list_export = ["words", "times", "month", "locale", "found_nothing"]
    export_headings = {
        "words": "Words",
        "times": "Times",
        "month": "Month",
        "locale": "Language",
        "found_nothing": "Nothing found",
    }

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not request.user.has_perm(PROMOTE):
            response: HttpResponseBase = permission_denied(request)
            return response
        flush()
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[SearchedWords]:
        return SearchedWords.objects.all()


class PromoteView(promotion_views.CreateView):
    """Wagtail's form, filled in with the words from which an editor came."""

    def get_initial(self) -> dict[str, Any]:
        words = self.request.GET.get("query_string", "")
        return {**super().get_initial(), "query_string": words}
