"""How the core's own things are published: images, snippets, redirects, the site."""

from typing import Annotated

from pydantic import Field

from cms.models import CustomImage, GlossaryPage, Term, snippets
from cms.publishing.models import Resource
from cms.publishing.redirects import Redirect
from cms.publishing.registry import publishes
from cms.publishing.schemas import (
    PageCard,
    PageDetail,
    RichText,
    TermLink,
    rendered,
)
from cms.publishing.schemas.base import PublicSchema
from cms.publishing.schemas.images import ImageCard, ImageDetail
from cms.publishing.schemas.redirects import RedirectDetail
from cms.publishing.schemas.site import SiteInfo
from cms.publishing.schemas.snippets import (
    MeasureDetail,
    OfficeDetail,
    ProgrammeDetail,
    SeriesDetail,
    SourceDetail,
    TermDetail,
    TopicDetail,
)
from cms.publishing.site_in_locale import SiteInLocale

publishes(CustomImage, card=ImageCard, resource=Resource.IMAGES)(ImageDetail)


@publishes(GlossaryPage, card=PageCard)
class GlossaryDetail(PageDetail):
    """The glossary of a language."""

    introduction: RichText
    entries: Annotated[list[TermLink], rendered("value")] = Field(
        description="All terms, by name."
    )


publishes(Redirect, card=RedirectDetail, resource=Resource.REDIRECTS)(RedirectDetail)
publishes(SiteInLocale, card=SiteInfo, resource=Resource.SITE)(SiteInfo)

SNIPPET_SCHEMAS: dict[Resource, tuple[type[snippets.Named], type[PublicSchema]]] = {
    Resource.TOPICS: (snippets.Topic, TopicDetail),
    Resource.PROGRAMMES: (snippets.Programme, ProgrammeDetail),
    Resource.MEASURES: (snippets.Measure, MeasureDetail),
    Resource.SOURCES: (snippets.Source, SourceDetail),
    Resource.SERIES: (snippets.DocumentSeries, SeriesDetail),
    Resource.OFFICES: (snippets.Office, OfficeDetail),
    Resource.TERMS: (Term, TermDetail),
}

for resource, (model, schema) in SNIPPET_SCHEMAS.items():
    # A slug is what pages and documents are filtered by.
    filters = {"slug": None} if "slug" in schema.model_fields else {}
    publishes(model, card=schema, resource=resource, filters=filters)(schema)
