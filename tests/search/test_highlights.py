"""Parts of texts in which words were found."""

from search.highlights import marked, without_title
from search.index import MARKS

BEGIN, END = MARKS


class MarkedTests:
    def test_all_but_the_marks_is_text(self):
        text = f"<b>{BEGIN}beets{END}</b> & more"

        assert marked(text) == "&lt;b&gt;<mark>beets</mark>&lt;/b&gt; &amp; more"


class TitleTests:
    def test_is_left_out_where_the_text_begins_with_it(self):
        text = f"The {BEGIN}Forum{END} About the {BEGIN}forum{END} of 2017"

        assert (
            without_title(text, "The Forum") == f"About the {BEGIN}forum{END} of 2017"
        )

    def test_is_left_out_with_what_stands_between(self):
        text = f"The Forum · {BEGIN}Directors{END} · Webinar"

        assert without_title(text, "The Forum") == f"{BEGIN}Directors{END} · Webinar"

    def test_alone_leaves_nothing(self):
        assert without_title(f"The {BEGIN}Forum{END} Handouts", "The Forum") == ""

    def test_other_texts_stay_as_they_are(self):
        text = f"About the {BEGIN}forum{END}"

        assert without_title(text, "The Forum") == text
        assert without_title("", "The Forum") == ""
