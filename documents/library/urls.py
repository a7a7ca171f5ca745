"""Addresses beside the library's page, below /documents/."""

from django.urls import path

from . import views

# In each language.
library_urlpatterns = [
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
