"""Citations as RIS."""

from tests.factories import TopicFactory

from .test_citation import CitationTestCase


class RecordTests(CitationTestCase):
    def lines(self) -> list[tuple[str, str]]:
        response = self.get("cite.ris")
        assert response.status_code == 200
        text = response.content.decode()
        assert text.endswith("\r\n")
        assert text.count("\r\n") == text.count("\n") == text.count("\r")
        lines = text.removesuffix("\r\n").split("\r\n")
        assert all(line[2:6] == "  - " for line in lines)
        return [(line[:2], line[6:]) for line in lines]

    def test_begins_with_the_kind_and_ends(self):
        lines = self.lines()

        assert lines[0] == ("TY", "GOVDOC")
        assert lines[-1] == ("ER", "")

    def test_has_what_is_known(self):
        self.document.topics.add(
            TopicFactory(name="Eligibility"), TopicFactory(name="Policy")
        )

        lines = self.lines()

        for line in (
            ("AU", "Office of Example"),
            ("TI", "MEP Policy Q&As, July"),
            ("T3", "Policy Q&As"),
            ("IS", "v.1"),
            ("PY", "2017"),
            ("DA", "2017/07/31/"),
            ("PB", "RESULTS"),
            ("UR", f"http://localhost{self.document.path}"),
            ("KW", "Eligibility"),
            ("KW", "Policy"),
            ("N1", f"SHA-256: {self.document.sha256}"),
        ):
            assert line in lines

    def test_stays_one_record_whatever_the_words(self):
        self.document.title = "A\r\nER  - \r\nTY  - BOOK"
        self.document.summary = "Two\nlines,\u2028and a\x0bthird"
        self.document.save()

        tags = [tag for tag, _value in self.lines()]

        assert tags.count("TY") == tags.count("ER") == tags.count("AB") == 1

    def test_is_saved_under_a_name(self):
        response = self.get("cite.ris")

        assert response["Content-Type"] == (
            "application/x-research-info-systems; charset=utf-8"
        )
        assert response["Content-Disposition"].endswith('july.ris"')
