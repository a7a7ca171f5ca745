"""Image files, and who gets them."""

from django.contrib.auth import get_user_model
from django.test import TestCase
from wagtail.models import Collection, CollectionViewRestriction

from cms import images
from tests.factories import ImageFactory


def content(response) -> bytes:
    return b"".join(response)


def make_private(image) -> None:
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    image.collection = collection
    image.save()


class ImageSizeTests(TestCase):
    def setUp(self):
        self.image = ImageFactory()

    def test_a_size_is_a_webp_that_may_be_kept_for_good(self):
        small = images.sizes_of(self.image)[0]

        response = self.client.get(small.path)

        assert response["Content-Type"] == "image/webp"
        assert content(response)[8:12] == b"WEBP"
        assert "immutable" in response["Cache-Control"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]

    def test_its_height_is_the_one_that_was_told(self):
        size = images.sizes_of(self.image)[0]
        self.client.get(size.path)

        rendition = self.image.renditions.get()

        assert (rendition.width, rendition.height) == (size.width, size.height)

    def test_other_widths_are_not_made(self):
        path = images.sizes_of(self.image)[0].path.replace("320.webp", "321.webp")

        assert self.client.get(path).status_code == 404
        assert not self.image.renditions.exists()

    def test_an_older_version_is_gone(self):
        path = images.sizes_of(self.image)[0].path
        self.image.focal_point_x = self.image.focal_point_y = 10
        self.image.focal_point_width = self.image.focal_point_height = 10
        self.image.save()

        assert self.client.get(path).status_code == 404

    def test_a_private_one_has_no_address(self):
        paths = [
            images.sizes_of(self.image)[0].path,
            images.original_path(self.image),
        ]
        make_private(self.image)

        assert [self.client.get(path).status_code for path in paths] == [404, 404]

    def test_the_original_is_what_was_uploaded(self):
        response = self.client.get(images.original_path(self.image))

        assert response["Content-Type"] == "image/jpeg"
        with self.image.file.open() as file:
            assert content(response) == file.read()

    def test_only_reading(self):
        assert self.client.post(images.original_path(self.image)).status_code == 405


class MediaTests(TestCase):
    def setUp(self):
        self.path = f"/media/{ImageFactory().file.name}"

    def test_visitors_find_nothing(self):
        assert self.client.get(self.path).status_code == 404

    def test_staff_see_what_the_editor_shows(self):
        user = get_user_model().objects.create_superuser("admin", "", "secret")
        self.client.force_login(user)

        response = self.client.get(self.path)

        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"

    def test_paths_out_of_the_directory_and_garbage(self):
        user = get_user_model().objects.create_superuser("admin", "", "secret")
        self.client.force_login(user)
        names = ("../secret_key", "%2e%2e/secret_key", "a%00b", "no.png", "x" * 300)
        for name in names:
            assert self.client.get(f"/media/{name}").status_code == 404, name
