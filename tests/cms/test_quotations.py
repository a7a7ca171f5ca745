from cms.quotations import has_marks_around


class MarksAroundTests:
    def test_words_alone_are_taken_as_they_are(self):
        for words in (
            "..We need migrant summer programs.",
            "The workers’ children, and the children's future",
            "’Twas for the workers’",
            "He told me, ‘Stay in school.’",
            "‘Stay,’ he said, and then, ‘Come back.’",
            "\n Words with space around them \n",
            "",
            "   ",
        ):
            assert not has_marks_around(words), words

    def test_marks_of_any_language_at_either_end_are_noticed(self):
        for words in (
            '"Words"',
            "“Words”",
            "„Words“",
            "«Words»",
            "« Words »",
            "‹Words›",
            "‘Words’",
            "'Words'",
            "“Words",
            "Words”",
            ' \n"Words" ',
            "“",
        ):
            assert has_marks_around(words), words
