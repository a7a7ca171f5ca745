"""What is read of a PDF."""

from io import BytesIO

from PIL import Image

from documents.inspection import inspect

from . import samples
from .samples import DEMO_FILES, QAS, inspected


class PdfTests:
    def test_a_tagged_one_tells_everything(self):
        read = inspect(DEMO_FILES / QAS, "application/pdf")

        assert (read.unit, read.count, len(read.texts)) == ("page", 3, 3)
        assert read.title == f"{QAS.removesuffix('.pdf')}, sample"
        assert read.language == "en-US"
        assert read.is_tagged
        assert read.has_title
        assert read.has_language
        assert read.has_text_layer
        assert read.notes == []
        assert "Where the questions came from\nThe series" in read.texts[0]
        assert "paragraph that it rests on." in read.texts[1]

    def test_one_without_tags_title_and_language_says_so(self, tmp_path):
        read = inspected(tmp_path, samples.pdf("Words"), "pdf")

        assert (read.is_tagged, read.has_title, read.has_language) == (False,) * 3
        assert read.has_text_layer
        assert read.texts == ["Words"]

    def test_a_placeholder_is_no_title(self, tmp_path):
        read = inspected(tmp_path, samples.pdf("Words", title="Untitled"), "pdf")

        assert not read.has_title

    def test_a_scan_has_no_text_layer_though_its_first_page_has_words(self, tmp_path):
        data = samples.pdf("Scanned by the library", *[""] * 9, title="A scan")

        read = inspected(tmp_path, data, "pdf")

        assert read.has_text_layer is False
        assert (read.count, read.texts[0]) == (10, "Scanned by the library")

    def test_a_picture_of_the_first_page_is_drawn(self, tmp_path):
        read = inspected(tmp_path, samples.pdf("Words", "More"), "pdf")

        picture = Image.open(BytesIO(read.cover.data))
        assert (picture.format, picture.width) == ("WEBP", 600)
        assert picture.size == (read.cover.width, read.cover.height)
        # White, with some black.
        assert [low < 90 and high > 240 for low, high in picture.getextrema()] == [
            True,
            True,
            True,
        ]

    def test_pages_beyond_the_limit_are_counted_and_left_out(self, tmp_path):
        read = inspected(tmp_path, samples.pdf("1", "2", "3"), "pdf", pages=2)

        assert (read.count, read.texts) == (3, ["1", "2"])
        assert read.notes == ["The words of the first 2 of 3 pages can be searched."]

    def test_words_divided_at_the_end_of_a_line_are_whole(self, tmp_path):
        hyphen = samples.pdf("identifi\xad\ncation and recruit\xadment")

        read = inspected(tmp_path, hyphen, "pdf")

        assert "recruitment" in read.texts[0]
