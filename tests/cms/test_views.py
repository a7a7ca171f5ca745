"""Image files, and who gets them."""

from io import BytesIO

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import TestCase
from PIL import Image
from wagtail.images.forms import get_image_form

from cms import images
from cms.images import CARD, WHOLE
from cms.models import CustomImage
from tests.cms.publishing.log import private_collection
from tests.factories import ImageFactory

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'
FORMS = [
    (p, f"image/{extension}") for p in (WHOLE, CARD) for extension in ("avif", "webp")
]


def content(response) -> bytes:
    return b"".join(response)


def make_private(image) -> None:
    image.collection = private_collection()
    image.save()


def upload(name: str, picture: Image.Image, **options) -> ContentFile:
    """Return a picture as a file that somebody uploads."""
    data = BytesIO()
    picture.save(data, **options)
    return ContentFile(data.getvalue(), name)


def drawing(width: int, height: int, *, mark: tuple[int, int]) -> Image.Image:
    """Return a white picture with a red square around one point."""
    picture = Image.new("RGB", (width, height), "white")
    x, y = mark
    picture.paste("red", (x - 20, y - 20, x + 20, y + 20))
    return picture


class ImageSizeTests(TestCase):
    def setUp(self):
        self.image = ImageFactory(file__width=1300, file__height=900)

    def picture(self, size: images.Size) -> Image.Image:
        """Return the picture that is sent under the address of a size."""
        response = self.client.get(size.path)
        assert response.status_code == 200
        return Image.open(BytesIO(content(response)))

    def test_a_size_may_be_kept_for_good_and_acts_as_nothing_else(self):
        response = self.client.get(images.sizes_of(self.image)[0].path)

        assert "immutable" in response["Cache-Control"]
        assert "Vary" not in response
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]

    def test_scripts_of_any_origin_may_read_it_and_ask_whether_it_holds(self):
        for path in (
            images.sizes_of(self.image)[0].path,
            images.original_path(self.image),
        ):
            response = self.client.get(path)
            etag = response["ETag"]

            again = self.client.get(path, headers={"If-None-Match": etag})

            assert response["Access-Control-Allow-Origin"] == "*"
            assert again.status_code == 304
            assert again["Access-Control-Allow-Origin"] == "*"
            assert again["Cache-Control"] == response["Cache-Control"]

    def test_each_size_is_what_was_told_of_it(self):
        for preset, media_type in FORMS:
            sizes = [
                size
                for size in images.sizes_of(self.image, preset)
                if size.media_type == media_type
            ]
            assert [size.width for size in sizes] == [320, 640, 960, 1280]
            for size in sizes[:2]:
                sent = self.client.get(size.path)
                picture = Image.open(BytesIO(content(sent)))

                assert sent["Content-Type"] == media_type
                assert picture.get_format_mimetype() == media_type
                assert picture.size == (size.width, size.height)

    def test_a_card_keeps_what_matters(self):
        """A mark at the edge of a tall picture is in the middle or not there."""
        file = upload("tall.png", drawing(640, 2000, mark=(320, 1900)), format="PNG")
        image = ImageFactory(file=file)
        assert (255, 0, 0) not in self.red_rows(image)

        image.focal_point_x, image.focal_point_y = 320, 1900
        image.focal_point_width = image.focal_point_height = 40
        image.save()

        assert (255, 0, 0) in self.red_rows(image)

    def red_rows(self, image) -> set[tuple[int, int, int]]:
        card = self.picture(images.sizes_of(image, CARD)[-1]).convert("RGB")
        return {
            (255, 0, 0) if red > 200 and green < 60 else (255, 255, 255)
            for red, green, _blue in card.getdata()
        }

    def test_what_is_not_named_is_not_made(self):
        path = images.sizes_of(self.image)[0].path
        for other in (
            path.replace("/320.", "/321."),
            path.replace("/320.", "/0320."),
            path.replace("/320.", "/1920."),
            path.replace(".avif", ".png"),
            path.replace("/whole/", "/square/"),
            images.sizes_of(self.image, CARD)[0].path.replace("/320.", "/1920."),
        ):
            assert other != path
            assert self.client.get(other).status_code == 404, other
        assert not self.image.renditions.exists()

    def test_a_small_image_comes_as_it_is(self):
        image = ImageFactory(file__width=319, file__height=100)

        assert images.sizes_of(image) == images.sizes_of(image, CARD) == []

    def test_a_file_of_that_name_is_still_the_original(self):
        image = ImageFactory(file__filename="320.webp", file__format="WEBP")

        response = self.client.get(images.original_path(image))

        assert Image.open(BytesIO(content(response))).size == (640, 480)

    def test_an_older_version_is_gone(self):
        path = images.sizes_of(self.image)[0].path
        self.image.focal_point_x = self.image.focal_point_y = 10
        self.image.focal_point_width = self.image.focal_point_height = 10
        self.image.save()

        assert self.client.get(path).status_code == 404

    def test_a_file_that_is_replaced_in_code_takes_its_sizes_along(self):
        red = drawing(640, 480, mark=(320, 240))
        before = images.sizes_of(self.image)[0]
        self.picture(before)

        self.image.file = upload("other.png", red, format="PNG")
        self.image.save()

        assert self.client.get(before.path).status_code == 404
        after = self.picture(images.sizes_of(self.image)[0])
        assert after.convert("RGB").getpixel((160, 120))[1] < 60

    def test_a_private_one_has_no_address(self):
        sizes = images.sizes_of(self.image) + images.sizes_of(self.image, CARD)
        paths = [*(size.path for size in sizes), images.original_path(self.image)]
        self.picture(sizes[0])
        make_private(self.image)

        assert {self.client.get(path).status_code for path in paths} == {404}
        assert self.image.renditions.count() == 1

    def test_a_file_that_is_lost_is_not_there(self):
        self.image.file.storage.delete(self.image.file.name)
        size = images.sizes_of(self.image)[0]

        assert self.client.get(size.path).status_code == 404
        assert self.client.get(images.original_path(self.image)).status_code == 404

    def test_the_original_is_what_was_uploaded(self):
        response = self.client.get(images.original_path(self.image))

        assert response["Content-Type"] == "image/jpeg"
        with self.image.file.open() as file:
            assert content(response) == file.read()

    def test_only_reading(self):
        assert self.client.post(images.original_path(self.image)).status_code == 405


class UnusualImageTests(TestCase):
    """Files that editors do upload."""

    def sent(self, image) -> list[Image.Image]:
        sizes = [size for size in images.sizes_of(image) if size.width == 320]
        responses = [self.client.get(size.path) for size in sizes]
        return [Image.open(BytesIO(content(response))) for response in responses]

    def test_of_what_moves_the_sizes_are_stills(self):
        frames = [Image.new("P", (640, 480), color) for color in (1, 2, 3)]
        options = {"format": "GIF", "save_all": True, "append_images": frames[1:]}
        image = ImageFactory(file=upload("moves.gif", frames[0], **options))

        original = self.client.get(images.original_path(image))

        assert Image.open(BytesIO(content(original))).n_frames == 3
        assert [getattr(p, "n_frames", 1) for p in self.sent(image)] == [1, 1]

    def test_what_can_be_seen_through_stays_so(self):
        picture = Image.new("RGBA", (640, 480), (0, 0, 0, 0))
        palette = picture.convert("P")
        palette.info["transparency"] = 0
        for name, shown in (("clear.png", picture), ("palette.png", palette)):
            image = ImageFactory(file=upload(name, shown, format="PNG"))

            corners = [p.convert("RGBA").getpixel((0, 0)) for p in self.sent(image)]

            assert {alpha for _r, _g, _b, alpha in corners} == {0}, name

    def test_a_photograph_that_a_camera_has_turned_stands_upright(self):
        picture = Image.new("RGB", (800, 400), "white")
        exif = picture.getexif()
        exif[0x0112] = 6  # Orientation: turn by a quarter.
        file = upload("turned.jpg", picture, format="JPEG", exif=exif)
        image = ImageFactory(file=file)

        sizes = {(s.width, s.height) for s in images.sizes_of(image) if s.width == 320}

        assert {picture.size for picture in self.sent(image)} == sizes == {(320, 640)}

    def test_drawings_in_vectors_are_not_taken_from_editors(self):
        form = get_image_form(CustomImage)({}, {"file": ContentFile(SVG, "a.svg")})

        assert "Not a supported image format" in str(form.errors["file"])

    def test_drawings_in_vectors_have_no_sizes(self):
        image = ImageFactory(file=ContentFile(SVG, "drawing.svg"))

        assert images.sizes_of(image) == []
        assert self.client.get(images.original_path(image)).status_code == 200


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
