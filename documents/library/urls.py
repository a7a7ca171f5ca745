"""Addresses beside the library's page, below /documents/."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from cms.feeds import FORMATS

from . import views


class FeedConverter(StringConverter):
    """The end of the address of a feed."""

    regex = "|".join(FORMATS)


register_converter(FeedConverter, "feed")

# In each language.
urlpatterns = [
    path("feed.<feed:kind>", views.documents_feed, name="documents_feed"),
    path("series/<slug:slug>/", views.series, name="document_series"),
    path("series/<slug:slug>/feed.<feed:kind>", views.series_feed, name="series_feed"),
]

# The same files in all of them.
archive_urlpatterns = [
    path(
        "series/<slug:slug>/<slug:name>.zip",
        views.series_archive,
        name="series_archive",
    ),
]
