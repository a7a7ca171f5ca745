"""Where the search meets Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import admin_views


@hooks.register("register_admin_urls", order=-1)
def search_views() -> list[URLPattern]:
    """Put our view before Wagtail's of the same address; its name stays."""
    report = admin_views.SearchedWordsReportView
    return [
        path("searchpicks/add/", admin_views.PromoteView.as_view()),
        path("reports/searched-words/", report.as_view(), name="searched_words"),
        path(
            "reports/searched-words/results/",
            report.as_view(results_only=True),
            name="searched_words_results",
        ),
    ]


class SearchedWordsMenuItem(MenuItem):
    """Shown to those who may put something on top of the results."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(admin_views.PROMOTE)


@hooks.register("register_reports_menu_item")
def searched_words_report() -> MenuItem:
    return SearchedWordsMenuItem(
        "Searched words", reverse("searched_words"), icon_name="search", order=1200
    )


@hooks.register("construct_reports_menu")
def without_wagtails_report(request: HttpRequest, menu_items: list[Any]) -> None:
    """Leave out Wagtail's own report: visitors' queries are counted by ours."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]
