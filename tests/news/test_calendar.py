"""Events as iCalendar files."""

from datetime import UTC, datetime, timedelta

from django.test import TestCase
from wagtail.models import PageViewRestriction

from news.calendar import escaped, folded
from tests.factories import NewsPageFactory, WebinarPageFactory

START = datetime(2017, 10, 26, 18, tzinfo=UTC)


def unfolded(text: str) -> list[str]:
    """Return the lines of a calendar as a reader of the format joins them."""
    return text.replace("\r\n ", "").split("\r\n")


class CalendarTests(TestCase):
    def webinar(self, **values):
        end = START + timedelta(hours=2)
        return WebinarPageFactory(starts_at=START, ends_at=end, **values)

    def answer(self, page):
        return self.client.get(f"/events/{page.pk}.ics")

    def text(self, page) -> str:
        return self.answer(page).content.decode()

    def fields(self, page) -> dict[str, str]:
        lines = unfolded(self.text(page))
        return dict(line.split(":", 1) for line in lines if line)

    def test_is_a_calendar_with_the_name_of_the_page(self):
        page = self.webinar(slug="cspr-part-ii")

        answer = self.answer(page)

        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert (
            answer["Content-Disposition"] == 'attachment; filename="cspr-part-ii.ics"'
        )

    def test_a_name_in_another_alphabet_is_kept(self):
        page = self.webinar(slug="año")

        assert (
            "filename*=utf-8''a%C3%B1o.ics" in self.answer(page)["Content-Disposition"]
        )

    def test_says_what_when_and_where(self):
        page = self.webinar(
            title="The forum", place="New Orleans", summary="Three days."
        )

        fields = self.fields(page)

        assert fields["SUMMARY"] == "The forum"
        assert fields["DTSTART"] == "20171026T180000Z"
        assert fields["DTEND"] == "20171026T200000Z"
        assert fields["LOCATION"] == "New Orleans"
        assert fields["DESCRIPTION"] == "Three days."
        assert fields["STATUS"] == "CONFIRMED"
        assert fields["URL"].endswith(page.url)
        assert fields["UID"] == f"page-{page.pk}@localhost"
        assert fields["DTSTAMP"].endswith("Z")

    def test_canceled_is_said(self):
        page = self.webinar(cancelled=True, cancelled_reason="The speaker is ill.")

        assert self.fields(page)["STATUS"] == "CANCELLED"

    def test_lines_end_with_crlf_and_have_at_most_75_bytes(self):
        page = self.webinar(title="Niños, “año” 移民 🌽 " * 12, summary="é" * 300)

        text = self.text(page)

        assert text.endswith("END:VCALENDAR\r\n")
        assert text.count("\n") == text.count("\r\n") == text.count("\r")
        for line in text.split("\r\n"):
            assert len(line.encode()) <= 75, line
        (summary,) = [x for x in unfolded(text) if x.startswith("DESCRIPTION:")]
        assert summary == "DESCRIPTION:" + "é" * 300

    def test_nothing_in_the_words_ends_a_value_or_adds_a_property(self):
        page = self.webinar(
            title="A; B, C \\ D",
            summary="One\r\nATTACH:https://example.org/\nTwo\u2028Three",
        )

        fields = self.fields(page)

        assert fields["SUMMARY"] == r"A\; B\, C \\ D"
        assert fields["DESCRIPTION"] == (
            r"One\nATTACH:https://example.org/\nTwo\nThree"
        )
        assert "ATTACH" not in fields

    def test_what_is_not_public_is_not_found(self):
        private = self.webinar()
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        for page in (private, self.webinar(live=False), NewsPageFactory()):
            assert self.answer(page).status_code == 404

    def test_an_event_that_never_was_is_not_found(self):
        for number in ("0", "999999", "9" * 30):
            assert self.client.get(f"/events/{number}.ics").status_code == 404

    def test_nothing_but_reading_is_allowed(self):
        page = self.webinar()

        assert self.client.post(f"/events/{page.pk}.ics").status_code == 405
        assert self.client.head(f"/events/{page.pk}.ics").status_code == 200


class FoldingTests:
    def test_a_line_that_fits_stays_whole(self):
        assert folded("x" * 75) == "x" * 75
        assert folded("") == ""

    def test_the_76th_byte_goes_to_the_next_line_behind_a_space(self):
        assert folded("x" * 76) == "x" * 75 + "\r\n x"

    def test_no_character_is_cut(self):
        for text in ("é" * 100, "🌽" * 50, "a" + "移" * 60):
            lines = folded(text).split("\r\n")

            assert all(len(line.encode()) <= 75 for line in lines)
            assert "".join([lines[0], *(line[1:] for line in lines[1:])]) == text


class EscapingTests:
    def test_backslash_is_escaped_first(self):
        assert escaped("\\;") == "\\\\\\;"
        assert escaped("\\n") == "\\\\n"

    def test_line_ends_become_one_mark(self):
        assert escaped("a\r\nb\rc\nd") == "a\\nb\\nc\\nd"
