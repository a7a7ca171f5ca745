"""Ways to a document past our views are told before the start."""

from typing import Any

from django.conf import settings
from django.test import SimpleTestCase, override_settings

from documents import checks
from settings.storages import local_storage, s3_storage

DJANGO = "django.core.files.storage.FileSystemStorage"


def stores(**changed: Any) -> Any:
    return override_settings(STORAGES=settings.STORAGES | changed)


class ServedByUsTests(SimpleTestCase):
    def test_through_our_view(self):
        assert checks.documents_are_served_by_us() == []

    def test_not_past_it(self):
        for method in ("direct", "redirect"):
            with override_settings(WAGTAILDOCS_SERVE_METHOD=method):
                [error] = checks.documents_are_served_by_us()

            assert error.id == "documents.E001"
            assert "serve_view" in error.hint


class AddressTests(SimpleTestCase):
    def found(self, store: dict[str, Any]) -> list[str | None]:
        with stores(documents=store):
            return [error.id for error in checks.documents_have_no_address()]

    def test_documents_have_none(self):
        assert checks.documents_have_no_address() == []

    def test_a_directory_with_one(self):
        assert self.found(local_storage("/srv/d", "/d/")) == ["documents.E002"]

    def test_a_directory_of_django_takes_that_of_media(self):
        store = {"BACKEND": DJANGO, "OPTIONS": {"location": "/srv/d"}}

        assert self.found(store) == ["documents.E002"]

    def test_a_bucket_with_one(self):
        assert self.found(s3_storage("documents", "/d/")) == ["documents.E002"]


class PlaceTests(SimpleTestCase):
    def found(self, documents: dict[str, Any], media: dict[str, Any]) -> list[str]:
        with stores(documents=documents, default=media):
            return [str(error.id) for error in checks.documents_stand_apart()]

    def test_documents_have_one_of_their_own(self):
        assert checks.documents_stand_apart() == []

    def test_a_directory_inside_that_of_media(self):
        documents = local_storage("/srv/media/documents", None)

        assert self.found(documents, local_storage("/srv/media", "/media/")) == [
            "documents.E003"
        ]

    def test_a_directory_with_a_longer_name(self):
        documents = local_storage("/srv/media-documents", None)

        assert self.found(documents, local_storage("/srv/media", "/media/")) == []

    def test_the_whole_bucket_holds_documents_too(self):
        assert self.found(s3_storage("documents", None), s3_storage("", "/media/")) == [
            "documents.E003"
        ]

    def test_parts_of_a_bucket_beside_each_other(self):
        documents, media = s3_storage("documents", None), s3_storage("media", "/media/")

        assert self.found(documents, media) == []
