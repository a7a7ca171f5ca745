from types import SimpleNamespace

import pytest
from django.utils.translation import override

from cms.templatetags.files import file_facts, file_size


class FileSizeTests:
    @pytest.mark.parametrize(
        ("size", "text"),
        [
            (0, "0 bytes"),
            (1, "1 byte"),
            (999, "999 bytes"),
            (1000, "1 kB"),
            (48_019, "48 kB"),
            (999_499, "999 kB"),
            (999_500, "1.0 MB"),
            (1_234_567, "1.2 MB"),
        ],
    )
    def test_is_written_for_people(self, size, text):
        assert file_size(size).replace("\N{NO-BREAK SPACE}", " ") == text

    def test_number_and_unit_stay_on_one_line(self):
        assert " " not in file_size(48_019)

    def test_decimals_are_those_of_the_united_states_in_spanish_too(self):
        with override("es"):
            assert file_size(1_234_567).startswith("1.2")


class FileFactsTests:
    def test_says_type_and_size(self):
        document = SimpleNamespace(extension="csv", size=48_019, pages=None)

        assert file_facts(document) == "CSV, 48\N{NO-BREAK SPACE}kB"

    @pytest.mark.parametrize(
        ("pages", "unit", "text"),
        [(1, "page", "1 page"), (12, "slide", "12 slides"), (2, "sheet", "2 sheets")],
    )
    def test_says_how_long_it_is(self, pages, unit, text):
        document = SimpleNamespace(
            extension="pdf", size=999, pages=pages, page_unit=unit
        )

        facts = file_facts(document).replace("\N{NO-BREAK SPACE}", " ")
        assert facts == f"PDF, 999 bytes, {text}"
