"""The page of a series, in the shape that the templates around it know of pages."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from cms.alternates import Alternate, active_language, alternates_of
from cms.publishing.schemas.site import SiteInfo

from .series import Series


@dataclass(frozen=True)
class PageFacts:
    """What stands under `meta` of a page."""

    path: str
    html_url: str
    locale: str


class SeriesPage:
    """What a page says of itself: title, summary, addresses, other languages."""

    def __init__(self, series: Series, site: SiteInfo | None) -> None:
        self.series = series
        self.site = site

    @property
    def title(self) -> str:
        return self.series.title

    @property
    def summary(self) -> str:
        return self.series.detail.description

    @property
    def meta(self) -> PageFacts:
        locale = active_language()
        path = self.path_in(locale)
        return PageFacts(path, f"{self.root_url}{path}", locale)

    @property
    def translations(self) -> list[Alternate]:
        """Return the page in the other languages that the site is in."""
        return alternates_of(self.path_in(settings.LANGUAGE_CODE), self.site)

    @property
    def root_url(self) -> str:
        return self.site.root_url if self.site else ""

    def path_in(self, language: str) -> str:
        with override(language):
            return reverse("document_series", args=[self.series.slug])
