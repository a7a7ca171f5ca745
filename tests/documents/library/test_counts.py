"""How many documents each choice would show."""

from django.http import QueryDict
from django.utils.http import urlencode

from documents.library.counts import Counts
from documents.library.question import read
from tests.factories import DocumentFactory

from .cases import FiledTestCase


def counts(**asked) -> Counts:
    """Return what an address with these parameters is told, its words looked up."""
    return Counts(read(QueryDict(urlencode(asked, doseq=True))))


class CountsTests(FiledTestCase):
    def test_are_of_what_a_reader_may_use(self):
        assert counts().of("type") == {"policy_qa": 1, "form": 1, "guidance": 1}
        assert counts().of("year") == {"2017": 1, "2016": 1}
        assert counts().of("series") == {"qas": 1}
        assert counts().of("topic") == {"eligibility": 1}
        assert counts().of("language") == {"en": 2, "es": 1}

    def test_follow_what_is_chosen_in_other_filters(self):
        found = counts(year=["2016"])

        assert found.of("type") == {"form": 1}
        assert found.of("language") == {"en": 1}

    def test_do_not_follow_what_is_chosen_in_the_same_filter(self):
        found = counts(type=["form"], year=["2016", "2017"])

        assert found.of("type") == {"policy_qa": 1, "form": 1}
        assert found.of("year") == {"2016": 1}

    def test_follow_words_and_status(self):
        assert counts(q="school").of("type") == {"policy_qa": 1}
        assert counts(status="all").of("type")["form"] == 2
        assert counts(status="superseded").of("type") == {"form": 1}

    def test_of_the_status_follow_the_rest(self):
        assert counts(type=["form"]).by_status == {
            "": 1,
            "current": 1,
            "under_review": 0,
            "superseded": 1,
            "all": 2,
        }

    def test_tell_how_many_fit_all(self):
        assert counts().total == 3
        assert counts(type=["form"], status="all").total == 2
        assert counts(type=["form"], year=["2017"]).total == 0

    def test_are_of_public_documents_alone(self):
        before = counts(status="all").by_status
        DocumentFactory(document_type="form", released_at=None)
        DocumentFactory(
            document_type="form", status="withdrawn", status_explanation="Wrong."
        )

        assert counts(status="all").by_status == before

    def test_agree_with_the_list_whatever_is_chosen(self):
        for asked in ({}, {"type": "form"}, {"year": "2016", "status": "all"}):
            shelf = self.shelf(**asked)
            for group in shelf.groups:
                for option in group.options:
                    chosen = asked | {group.name: option.value}
                    found = self.titles(**chosen)
                    assert len(found) == option.count, (chosen, option)

    def test_take_one_query(self):
        found = counts(type=["form"], year=["2016"])

        with self.assertNumQueries(1):
            assert found.total == 1
            assert found.of("type")


class OptionsTests(FiledTestCase):
    def options(self, name: str, **asked) -> list[tuple[str, str, int, bool]]:
        groups = {group.name: group for group in self.shelf(**asked).groups}
        group = groups.get(name)
        found = group.options if group else []
        return [(o.value, o.label, o.count, o.is_chosen) for o in found]

    def test_stand_in_their_own_order(self):
        assert self.options("type", type="form") == [
            ("policy_qa", "Policy Q&A", 1, False),
            ("guidance", "Guidance", 1, False),
            ("form", "Form", 1, True),
        ]
        assert [option[0] for option in self.options("year")] == ["2017", "2016"]

    def test_keep_what_is_chosen_where_it_shows_nothing(self):
        assert self.options("type", type="form", year="2017") == [
            ("policy_qa", "Policy Q&A", 1, False),
            ("form", "Form", 0, True),
        ]

    def test_leave_out_the_language_where_there_is_one(self):
        assert self.options("language") != []
        assert self.options("language", type="form") == []

    def test_of_the_status_say_nothing_twice(self):
        def values(**asked):
            return [option.value for option in self.shelf(**asked).statuses.options]

        assert values() == ["", "superseded", "all"]

        DocumentFactory(status="under_review")
        assert values() == ["", "current", "under_review", "superseded", "all"]

    def test_beyond_the_first_few_unfold(self):
        for year in range(2000, 2012):
            DocumentFactory(fiscal_year=year, document_type="form")

        groups = {group.name: group for group in self.shelf(year="2000").groups}

        assert len(groups["year"].first) == 7
        assert len(groups["year"].rest) == 7
        assert groups["year"].rest_is_open
        assert groups["type"].rest == []

    def test_do_not_offer_what_only_unreleased_documents_have(self):
        DocumentFactory(document_type="report", fiscal_year=2018, released_at=None)

        self.assertNotContains(self.get(), "2018")
        self.assertNotContains(self.get(), "Report")
