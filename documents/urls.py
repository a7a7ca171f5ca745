"""Addresses of documents, below /documents/; the library itself is a page."""

from django.urls import path

from . import views

urlpatterns = [
    path("<int:document_id>/", views.document, name="document_by_id"),
    path("<int:document_id>/<str:slug>/", views.document, name="document"),
    path(
        "<int:document_id>/latest/<str:filename>",
        views.download,
        name="document_download",
    ),
    path(
        "<int:document_id>/v/<int:number>/<str:filename>",
        views.version,
        name="document_version",
    ),
]
