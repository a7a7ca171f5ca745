"""What search engines and other sites are told of the home and impact pages."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from cms.publishing.schemas import MeasureLink, Statistic
from cms.sharing import DescribedPage, Drawing, Thing, describes, thing
from cms.sharing.things import reference

from .api import ImpactDetail, ImpactIndexDetail

FIGURES = Drawing("home/social/impact.png", _("Drawing of bars that grow in a field."))


@describes(ImpactIndexDetail)
class DescribedImpactIndex(DescribedPage):
    drawing, page_type = FIGURES, "CollectionPage"


@describes(ImpactDetail)
class DescribedImpact(DescribedPage):
    """A program year: a set of figures that can be loaded."""

    content: ImpactDetail
    drawing = FIGURES

    def about(self) -> Thing:
        statistics = self.content.statistics
        return thing(
            "Dataset",
            id=self.about_id,
            name=self.full_title,
            description=self.description,
            url=self.url,
            mainEntityOfPage=reference(self.url),
            inLanguage=self.language,
            creator=self.publisher,
            publisher=self.publisher,
            datePublished=self.published_at,
            dateModified=self.changed_at,
            isAccessibleForFree=True,
            temporalCoverage=coverage(statistics),
            isBasedOn=sorted({s.source.url for s in statistics if s.source}),
            variableMeasured=[variable(measure) for measure in measures(statistics)],
            distribution=list(self.downloads()),
        )

    def downloads(self) -> Iterator[Thing]:
        content, table = self.content, reverse("api-v2:list_figures")
        query = {"programme_year": content.programme_year, "format": "csv"}
        if content.meta.locale != "en":
            query["locale"] = content.meta.locale
        csv = f"{self.root_url}{table}?{urlencode(query)}"
        yield thing("DataDownload", encodingFormat="text/csv", contentUrl=csv)
        json = content.meta.detail_url
        yield thing("DataDownload", encodingFormat="application/json", contentUrl=json)


def coverage(statistics: list[Statistic]) -> str:
    """Return the days from the first to the last that any figure covers."""
    starts = [s.period.start for s in statistics if s.period.start]
    ends = [s.period.end for s in statistics if s.period.end]
    return f"{min(starts)}/{max(ends)}" if starts and ends else ""


def measures(statistics: list[Statistic]) -> list[MeasureLink]:
    """Return what is counted, each once, in the order of the page."""
    found: dict[int, Any] = {s.measure.id: s.measure for s in statistics if s.measure}
    return list(found.values())


def variable(measure: MeasureLink) -> Thing:
    return thing(
        "PropertyValue",
        name=measure.name,
        description=measure.definition,
        unitText=measure.unit,
    )
