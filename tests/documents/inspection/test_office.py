"""What is read of office documents, among it what their libraries leave out."""

from datetime import date, datetime

import pytest
from docx import Document
from docx.oxml import parse_xml

from . import samples
from .samples import inspected

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class WordTests:
    def test_paragraphs_title_and_language(self, tmp_path):
        data = samples.docx("First – año", "Second", title="A handout")

        read = inspected(tmp_path, data, "docx")

        assert (read.unit, read.count) == (None, None)
        assert (read.title, read.language) == ("A handout", "en-US")
        assert read.texts == ["First – año\nSecond"]
        assert (read.is_tagged, read.has_text_layer, read.cover) == (None,) * 3

    def test_tables_headers_and_footers(self, tmp_path):
        document = Document()
        document.add_paragraph("Before")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Left", "Right"
        document.sections[0].header.paragraphs[0].text = "Above"
        document.sections[0].footer.paragraphs[0].text = "Below"

        read = inspected(tmp_path, samples.saved(document), "docx")

        assert read.texts == ["Before\nLeft\nRight\nAbove\nBelow"]

    @pytest.mark.parametrize(
        ("inside", "expected"),
        [
            # A content control, which python-docx's paragraphs leave out.
            (
                "<w:sdt><w:sdtContent><w:r><w:t>Chosen</w:t></w:r></w:sdtContent>"
                "</w:sdt>",
                "Chosen",
            ),
            # What is inserted and what is taken out by a reviewer.
            (
                "<w:ins><w:r><w:t>New</w:t></w:r></w:ins>"
                "<w:del><w:r><w:delText>Old</w:delText></w:r></w:del>",
                "New",
            ),
            ("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r>", "One\ttwo"),
            (
                '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
                "<w:r><w:t>Plain</w:t></w:r>",
                "Plain",
            ),
            ("<w:r><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r>", "7"),
        ],
    )
    def test_what_is_shown_and_nothing_else(self, tmp_path, inside, expected):
        document = Document()
        paragraph = parse_xml(f'<w:p xmlns:w="{W}">{inside}</w:p>')
        document.element.body.insert(0, paragraph)

        read = inspected(tmp_path, samples.saved(document), "docx")

        assert read.texts == [expected]

    def test_a_long_one_comes_in_parts_that_end_between_paragraphs(self, tmp_path):
        data = samples.docx("a" * 60, "b" * 60, "c" * 60)

        read = inspected(tmp_path, data, "docx", page_characters=130)

        assert read.texts == ["a" * 60 + "\n" + "b" * 60, "c" * 60]
        assert read.notes == []

    def test_an_empty_one_is_one_empty_text(self, tmp_path):
        assert inspected(tmp_path, samples.docx(), "docx").texts == [""]


class SlidesTests:
    def test_slides_in_the_order_in_which_they_are_shown(self, tmp_path):
        data = samples.pptx("First", "Second", "", title="A session")

        read = inspected(tmp_path, data, "pptx")

        assert (read.unit, read.count, read.title) == ("slide", 3, "A session")
        assert read.texts == ["First", "Second", ""]

    def test_the_order_is_not_that_of_the_parts(self, tmp_path):
        from pptx import Presentation

        deck = Presentation()
        for text in ("Shown last", "Shown first"):
            slide = deck.slides.add_slide(deck.slide_layouts[5])
            slide.shapes.title.text = text
        ids = deck.slides._sldIdLst
        ids.insert(0, ids[1])

        read = inspected(tmp_path, samples.saved(deck), "pptx")

        assert read.texts == ["Shown first", "Shown last"]


class SpreadsheetTests:
    def test_sheets_with_their_names_and_cells(self, tmp_path):
        data = samples.xlsx(
            Served=[["Grade", "Children"], ["K–3", 31903], ["Share", 0.1 + 0.2]],
            Empty=[],
        )

        read = inspected(tmp_path, data, "xlsx")

        assert (read.unit, read.count) == ("sheet", 2)
        assert read.texts == [
            "Served\nGrade\tChildren\nK–3\t31903\nShare\t0.3",
            "Empty",
        ]

    def test_dates_are_dates_and_formulas_have_no_value_yet(self, tmp_path):
        moment = datetime(2017, 9, 19, 8, 30)  # noqa: DTZ001 - a workbook has no zones
        row = [date(2017, 7, 14), moment, True, "=1+1"]

        read = inspected(tmp_path, samples.xlsx(Dates=[row]), "xlsx")

        assert read.texts == ["Dates\n2017-07-14\t2017-09-19 08:30\tTRUE"]

    def test_a_long_sheet_is_cut_and_the_next_one_read(self, tmp_path):
        data = samples.xlsx(Long=[["word"]] * 100, Next=[["found"]])

        read = inspected(tmp_path, data, "xlsx", page_characters=50)

        assert len(read.texts[0]) <= 50
        assert read.texts[1] == "Next\nfound"
        assert "first 50 characters" in read.notes[0]


class OpenDocumentTests:
    def test_headings_paragraphs_and_spans(self, tmp_path):
        body = (
            "<t:h>Title</t:h><t:p>Some <t:span>words</t:span><t:s/>and<t:tab/>more"
            "<o:annotation><t:p>A comment</t:p></o:annotation></t:p>"
            "<t:tracked-changes><t:p>Taken out</t:p></t:tracked-changes>"
            "<t:list><t:list-item><t:p>A point</t:p></t:list-item></t:list>"
        )

        read = inspected(tmp_path, samples.odt(body), "odt")

        assert read.texts == ["Title\nSome words and\tmore\nA point"]

    def test_title_and_language(self, tmp_path):
        meta = "<m><title>A form</title><language>es-US</language></m>"

        read = inspected(tmp_path, samples.odt("<t:p/>", meta=meta), "odt")

        assert (read.title, read.language) == ("A form", "es-US")


class PlainTextTests:
    def test_a_text_with_a_byte_order_mark(self, tmp_path):
        read = inspected(tmp_path, "\ufeffaño\r\nzwei\x0c".encode(), "txt")

        assert (read.unit, read.count, read.texts) == (None, None, ["año\nzwei"])

    def test_a_table(self, tmp_path):
        read = inspected(tmp_path, b"grade,children\nK-3,31903\n", "csv")

        assert read.texts == ["grade,children\nK-3,31903"]

    def test_one_line_longer_than_all_limits_is_cut_and_that_is_told(self, tmp_path):
        limits = {"page_characters": 1000, "text_bytes": 3000}

        read = inspected(tmp_path, b"x" * 1_000_000, "txt", **limits)

        assert sum(map(len, read.texts)) == 3000
        assert len(read.notes) == 1
