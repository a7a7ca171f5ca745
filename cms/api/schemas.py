"""How the core's own things are published: images, snippets, redirects, the site."""

from cms.models import CustomImage, snippets
from cms.publishing.models import Resource
from cms.publishing.redirects import Redirect
from cms.publishing.registry import publishes
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
    TopicDetail,
)
from cms.publishing.site_in_locale import SiteInLocale

publishes(CustomImage, card=ImageCard, resource=Resource.IMAGES)(ImageDetail)
publishes(Redirect, card=RedirectDetail, resource=Resource.REDIRECTS)(RedirectDetail)
publishes(SiteInLocale, card=SiteInfo, resource=Resource.SITE)(SiteInfo)

SNIPPET_SCHEMAS: dict[Resource, tuple[type[snippets.Named], type[PublicSchema]]] = {
    Resource.TOPICS: (snippets.Topic, TopicDetail),
    Resource.PROGRAMMES: (snippets.Programme, ProgrammeDetail),
    Resource.MEASURES: (snippets.Measure, MeasureDetail),
    Resource.SOURCES: (snippets.Source, SourceDetail),
    Resource.SERIES: (snippets.DocumentSeries, SeriesDetail),
    Resource.OFFICES: (snippets.Office, OfficeDetail),
}

for resource, (model, schema) in SNIPPET_SCHEMAS.items():
    # A slug is what pages and documents are filtered by.
    filters = {"slug": None} if "slug" in schema.model_fields else {}
    publishes(model, card=schema, resource=resource, filters=filters)(schema)
