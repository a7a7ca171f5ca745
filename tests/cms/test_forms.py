"""The editor's form for an image, when its file cannot be stored."""

from io import BytesIO

from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from cms import images
from cms.forms import STORE_DOWN
from cms.models import CustomImage
from tests.documents.stores import store_down
from tests.factories import ImageFactory


def picture(color: str = "white") -> SimpleUploadedFile:
    file = BytesIO()
    Image.new("RGB", (640, 480), color).save(file, "PNG")
    return SimpleUploadedFile("picture.png", file.getvalue(), "image/png")


class ImageFormTests(TestCase):
    def setUp(self):
        self.client.force_login(User.objects.create_superuser("admin"))
        self.record = {
            "title": "Beets",
            "description": "Rows of beets",
            "collection": Collection.get_first_root_node().pk,
        }

    def test_stores_the_picture_and_its_facts(self):
        self.client.post(
            reverse("wagtailimages:add"), self.record | {"file": picture()}
        )

        image = CustomImage.objects.get()
        assert (image.width, image.height) == (640, 480)
        assert image.file_hash
        assert image.file_size == image.file.size

    def test_says_where_the_store_does_not_answer(self):
        with store_down():
            response = self.client.post(
                reverse("wagtailimages:add"), self.record | {"file": picture()}
            )

        self.assertContains(response, STORE_DOWN)
        assert not CustomImage.objects.exists()

    def test_says_so_of_each_of_many_files(self):
        with store_down():
            response = self.client.post(
                reverse("wagtailimages:add_multiple"),
                self.record | {"files[]": picture()},
                headers={"x-requested-with": "XMLHttpRequest"},
            )

        assert STORE_DOWN in response.json()["error_message"]
        assert not CustomImage.objects.exists()

    def test_leaves_a_picture_that_was_to_be_replaced(self):
        image = ImageFactory()

        with store_down():
            response = self.client.post(
                reverse("wagtailimages:edit", args=[image.pk]),
                self.record | {"file": picture("red")},
            )

        self.assertContains(response, STORE_DOWN)
        again = CustomImage.objects.get()
        assert again.file_hash == image.file_hash
        assert default_storage.exists(image.file.name)

    def test_another_picture_takes_the_sizes_of_the_first_along(self):
        image = ImageFactory()
        image.get_rendition("width-320")

        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(
                reverse("wagtailimages:edit", args=[image.pk]),
                self.record | {"file": picture("red")},
            )

        assert not default_storage.exists(image.file.name)
        image.refresh_from_db()
        assert not image.renditions.filter(filter_spec="width-320").exists()
        with image.file.open() as file:
            assert Image.open(file).getpixel((0, 0)) == (255, 0, 0)

    def test_a_picture_that_was_replaced_stays_until_the_other_is_there_to_stay(self):
        image = ImageFactory()

        self.client.post(
            reverse("wagtailimages:edit", args=[image.pk]),
            self.record | {"file": picture("red")},
        )

        # The transaction of the test has not ended, nor has the change.
        assert default_storage.exists(image.file.name)


class ImageViewTests(TestCase):
    def test_answers_that_it_comes_back(self):
        image = ImageFactory()

        with store_down():
            response = self.client.get(images.original_path(image))

        assert response.status_code == 503
        assert response["Retry-After"]
        assert "no-store" in response["Cache-Control"]
