"""Pictures are sent by us from the bucket: their addresses are kept for good."""

from django.contrib.auth.models import User
from django.test import TestCase
from wagtail.models import CollectionViewRestriction

from cms import images
from tests.factories import ImageFactory


class ImageTests(TestCase):
    def setUp(self):
        self.image = ImageFactory()
        self.paths = [images.original_path(self.image)]
        self.paths += [size.path for size in images.sizes_of(self.image)[:1]]

    def test_of_everybody_are_sent_with_their_length(self):
        for path in self.paths:
            response = self.client.get(path)

            assert response.status_code == 200
            assert int(response["Content-Length"]) == len(response.getvalue())
            assert "immutable" in response["Cache-Control"]

    def test_of_a_private_collection_are_not_there(self):
        [self.client.get(path).getvalue() for path in self.paths]
        CollectionViewRestriction.objects.create(
            collection=self.image.collection, restriction_type="login"
        )

        for path in self.paths:
            assert self.client.get(path).status_code == 404

    def test_the_editor_gets_them_through_us(self):
        address = self.image.file.url
        assert address == f"/media/{self.image.file.name}"
        assert self.client.get(address).status_code == 404

        self.client.force_login(User.objects.create_superuser("admin"))
        response = self.client.get(address)

        assert response["Cache-Control"] == "private, no-store"
        assert response.getvalue()
