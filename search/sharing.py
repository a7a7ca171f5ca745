"""What other sites are told of the search: search engines keep no results."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from cms.publishing.schemas.site import SiteInfo
from cms.sharing import Described


@dataclass(frozen=True)
class Place:
    html_url: str


class SearchContent:
    """The search page, in the shape that descriptions know of pages."""

    def __init__(self, text: str, site: SiteInfo | None) -> None:
        self.title = _("Search: %(query)s") % {"query": text} if text else _("Search")
        self.summary = _(
            "Search news, stories, events, figures and documents. Try a title or a few "
            "words of it."
        )
        self.meta = Place(f"{site.root_url if site else ''}{reverse('search')}")


class DescribedSearch(Described):
    """Found words are no page of their own: others are told of the search alone."""

    is_indexed, page_type = False, "SearchResultsPage"


def described_search(text: str, site: SiteInfo | None) -> DescribedSearch:
    return DescribedSearch(SearchContent(text, site), site)
