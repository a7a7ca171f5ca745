"""Addresses of documents, below /documents/; the library itself is a page."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from . import views
from .citations import FORMATS
from .citations.views import cite
from .library.urls import archive_urlpatterns, library_urlpatterns


class CitationConverter(StringConverter):
    """The end of the address of a citation."""

    regex = "|".join(FORMATS)


register_converter(CitationConverter, "citation")

# In each language: pages, and what is written for readers.
page_urlpatterns = [
    *library_urlpatterns,
    path("<int:document_id>/", views.document, name="document_by_id"),
    path("<int:document_id>/<str:slug>/", views.document, name="document"),
]

# The same files in all of them.
urlpatterns = [
    *archive_urlpatterns,
    path(
        "<int:document_id>/<str:slug>/cite.<citation:kind>",
        cite,
        name="document_citation",
    ),
    path(
        "<int:document_id>/latest/<str:filename>",
        views.download,
        name="document_download",
    ),
    # No file that is taken has such a name.
    path(
        "<int:document_id>/v/<int:number>/cover.webp",
        views.cover,
        name="document_cover",
    ),
    path(
        "<int:document_id>/v/<int:number>/<str:filename>",
        views.version,
        name="document_version",
    ),
]
