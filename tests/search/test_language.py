"""What a query means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language import MAX_LENGTH, Query, QueryTooLongError, parse


def clauses(text: str) -> list[list[str]]:
    return [[str(term) for term in clause] for clause in parse(text).clauses]


def excluded(text: str) -> list[str]:
    return [str(term) for term in parse(text).excluded]


class WordTests:
    def test_all_of_them_are_asked_for(self):
        assert clauses("migrant  children") == [["migrant"], ["children"]]

    def test_signs_part_words_that_stay_together(self):
        assert clauses("ID&R 1810-0662 Q&As.pdf") == [
            *(["ID R"], ["1810 0662"], ["Q As pdf"])
        ]

    def test_letters_of_all_languages_are_letters(self):
        assert clauses("educación niño’s") == [["educación"], ["niño"]]

    def test_accents_that_stand_apart_belong_to_their_letters(self):
        assert clauses("nin\u0303os educacio\u0301n") == [["niños"], ["educación"]]

    def test_what_is_copied_from_a_file_is_read_as_it_looks(self):
        assert clauses("\u202ecerti\u00adﬁcate of\u200beligibility") == [
            *(["certificate"], ["of"], ["eligibility"])
        ]

    def test_signs_alone_ask_for_nothing(self):
        for text in ("", " ", "-", '"', '""', "& %", "\x00", "OR", "OR OR", "_"):
            assert not parse(text)

    def test_are_told_once_in_small_letters(self):
        assert parse('COE coe "National COE"').words == ["coe", "national"]


class PhraseTests:
    def test_are_kept_together(self):
        assert clauses('"certificate of eligibility" form') == [
            *(["certificate of eligibility"], ["form"])
        ]

    def test_end_with_the_query(self):
        assert clauses('form "certificate of') == [["form"], ["certificate of"]]

    def test_are_known_by_the_marks_of_any_keyboard(self):
        assert clauses("“summer school”") == [["summer school"]]


class WithoutTests:
    def test_words_and_phrases(self):
        text = 'forum -webinar -"summer school"'

        assert clauses(text) == [["forum"]]
        assert excluded(text) == ["webinar", "summer school"]

    def test_a_hyphen_inside_a_word_leaves_nothing_out(self):
        assert clauses("K-3") == [["K 3"]]
        assert excluded("K-3") == []

    def test_a_dash_of_a_word_processor_is_a_minus(self):
        assert excluded("forum –webinar") == ["webinar"]


class EitherTests:
    def test_one_of_two(self):
        assert clauses("forum OR webinar 2017") == [["forum", "webinar"], ["2017"]]

    def test_one_of_three(self):
        assert clauses('a OR "b c" OR d') == [["a", "b c", "d"]]

    def test_small_letters_are_a_word(self):
        assert clauses("this or that") == [["this"], ["or"], ["that"]]

    def test_at_an_end_means_nothing(self):
        assert clauses("OR forum OR") == [["forum"]]


class LengthTests:
    def test_of_a_query_has_a_limit(self):
        assert parse("a" * MAX_LENGTH)
        with pytest.raises(QueryTooLongError):
            parse("a" * (MAX_LENGTH + 1))

    @given(st.text(max_size=MAX_LENGTH))
    def test_no_text_is_an_error(self, text):
        assert isinstance(parse(text), Query)


class PossessiveTests:
    @pytest.mark.parametrize("text", ["director's", "director’s", "DIRECTOR’S"])
    def test_asks_for_whose_it_is(self, text):
        assert parse(text).words == ["director"]

    def test_stays_between_quotation_marks(self):
        assert parse('"the director\'s day"').words == ["the", "director", "s", "day"]

    def test_is_no_other_apostrophe(self):
        assert parse("O'Neil it'sy").words == ["o", "neil", "it", "sy"]
