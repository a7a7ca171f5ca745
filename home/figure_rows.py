"""The statistics of all program years, as the publication log has them."""

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import Subquery
from pydantic import Field

from cms.publishing.models import Publication, Resource
from cms.publishing.schemas import PageLink, Statistic

# How the group is named that has no name: the figure is of everybody.
EVERYBODY = "all"


class Figure(Statistic):
    """One figure of one program year, or the reason why there is none."""

    programme_year: str = Field(examples=["2014-15"])
    page: PageLink = Field(description="The page of the program year.")


def read_years(locale: str) -> list[tuple[int, str]]:
    """Return the program years of a language, newest first, each after its version."""
    pages = Publication.objects.of(Resource.PAGES)
    last = pages.order_by("-sequence").values("sequence")[:1]
    years = pages.listed().filter(type="home.ImpactPage", locale=locale)
    newest_first = years.order_by("-dated_at", "object_id")
    return list(newest_first.values_list(Subquery(last), "body"))


def figures_of(texts: Iterable[str]) -> list[dict[str, Any]]:
    pages = map(json.loads, texts)
    return [
        {
            **statistic,
            "programme_year": page["programme_year"],
            "page": link_to(page),
        }
        for page in pages
        for statistic in page["statistics"]
    ]


def link_to(page: dict[str, Any]) -> dict[str, Any]:
    meta = page["meta"]
    return {
        "id": page["id"],
        "type": meta["type"],
        "title": page["title"],
        "path": meta["path"],
        "url": meta["html_url"],
        "locale": meta["locale"],
    }
