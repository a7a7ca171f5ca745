"""Words are cleaned, cut where they are too many, and what was cut is told."""

import pytest

from documents.inspection.languages import language_tag
from documents.inspection.limits import Limits
from documents.inspection.texts import Enough, Parts, Texts, clean, clean_line


class CleanTests:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a\0b\x1b[31m\x7f\x9b", "ab[31m"),
            ("one\r\ntwo\rthree\x0bfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
            ("an\u0303o", "año"),
            ("\ud83d half \udc00", "half"),
            ("identi\x02\r\nfication", "identification"),
            ("recruit\xadment", "recruitment"),
            ("\ufeff\uffff\ufdd0 x", "\ufeff x"),
            ("tab\tstays", "tab\tstays"),
            ("  ", ""),
        ],
    )
    def test_what_a_database_and_a_reader_can_take(self, text, expected):
        assert clean(text) == expected

    def test_a_line_is_one_line_of_limited_length(self):
        assert clean_line(" a\n b\t c" + "x" * 100, 8) == "a b cxxx"


class LanguageTagTests:
    @pytest.mark.parametrize(
        ("text", "tag"),
        [
            ("en-US", "en-US"),
            ("EN_us\0", "en-US"),
            ("es", "es"),
            ("zh-hant-TW", "zh-Hant-TW"),
            ("es-419", "es-419"),
            ("English", ""),
            ("x", ""),
            ("und", ""),
            ("", ""),
            ("en-US; drop table", ""),
        ],
    )
    def test_a_tag_or_nothing(self, text, tag):
        assert language_tag(text) == tag


class TextsTests:
    def written(self, *texts, **limits):
        self.kept = []
        collector = Texts(Limits(**limits), self.kept.append)
        try:
            for text in texts:
                collector.add(text)
        except Enough:
            pass
        return collector

    def test_a_long_page_is_cut(self):
        collector = self.written("abcdef", "x", page_characters=3)

        assert self.kept == ["abc", "x"]
        assert "first 3 characters" in collector.notes[0]

    def test_all_of_them_are_cut_between_characters(self):
        collector = self.written("ab", "ñño", "x", text_bytes=5)

        assert self.kept == ["ab", "ñ"]
        assert len(collector.notes) == 1

    def test_no_page_begins_when_the_time_is_over(self):
        collector = self.written("a", "b", text_seconds=0)

        assert self.kept == ["a"]
        assert "takes long to read" in collector.notes[0]

    def test_a_long_paragraph_is_parted(self):
        kept = []
        parts = Parts(Texts(Limits(page_characters=4), kept.append))

        parts.add("abcdefghij")
        parts.end()

        assert "".join(kept) == "abcdefghij"
        assert max(map(len, kept)) <= 4
        assert "" not in kept
