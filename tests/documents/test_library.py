"""The library: what it lists, and how it is narrowed."""

from datetime import date

from django.test import TestCase

from cms.models import DocumentSeries
from tests.assertions import assert_same_queries
from tests.factories import (
    DocumentFactory,
    DocumentLibraryPageFactory,
    DocumentSeriesFactory,
    TopicFactory,
)


class LibraryTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = DocumentLibraryPageFactory()

    def get(self, **filters: str):
        return self.client.get(self.library.url, filters)

    def titles(self, **filters: str) -> list[str]:
        response = self.get(**filters)
        assert response.status_code == 200
        return [item.title for item in response.context["items"]]


class ListTests(LibraryTestCase):
    def test_shows_released_documents_newest_first(self):
        DocumentFactory(title="Old", document_date=date(2003, 10, 23))
        DocumentFactory(title="New", document_date=date(2017, 3, 1))
        DocumentFactory(title="Secret", released_at=None)

        assert self.titles() == ["New", "Old"]

    def test_leaves_out_what_is_withdrawn_or_superseded(self):
        DocumentFactory(title="Current")
        DocumentFactory(title="Review", status="under_review")
        DocumentFactory(title="Superseded", status="superseded")
        DocumentFactory(
            title="Withdrawn", status="withdrawn", status_explanation="Wrong."
        )

        assert set(self.titles()) == {"Current", "Review"}
        assert self.titles(status="superseded") == ["Superseded"]
        assert set(self.titles(status="all")) == {"Current", "Review", "Superseded"}

    def test_queries_do_not_grow_with_the_list(self):
        DocumentFactory()

        assert_same_queries(self.get, grow=lambda: DocumentFactory.create_batch(9))


class FilterTests(LibraryTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        series = DocumentSeriesFactory(name="Q&As", slug="qas")
        topic = TopicFactory(name="Eligibility")
        july = DocumentFactory(
            title="July", document_type="policy_qa", series=series, fiscal_year=2017
        )
        july.topics.add(topic)
        DocumentFactory(title="Form", document_type="form", fiscal_year=2016)
        DocumentFactory(title="Guía", document_type="guidance", language="es")

    def test_each_narrows_the_list(self):
        assert self.titles(type="form") == ["Form"]
        assert self.titles(series="qas") == ["July"]
        assert self.titles(topic="eligibility") == ["July"]
        assert self.titles(year="2016") == ["Form"]
        assert self.titles(language="es") == ["Guía"]

    def test_several_narrow_it_together(self):
        assert self.titles(type="policy_qa", year="2017") == ["July"]
        assert self.titles(type="policy_qa", year="2016") == []

    def test_offer_what_the_documents_have(self):
        filters = {each.name: each for each in self.get(type="form").context["filters"]}

        types = [(o.value, o.label, o.selected) for o in filters["type"].options]
        assert types == [
            ("", "All types", False),
            ("policy_qa", "Policy Q&A", False),
            ("guidance", "Guidance", False),
            ("form", "Form", True),
        ]
        assert [o.value for o in filters["year"].options] == ["", "2017", "2016"]

    def test_do_not_offer_what_only_unreleased_documents_have(self):
        DocumentFactory(document_type="report", fiscal_year=2018, released_at=None)

        self.assertNotContains(self.get(), "2018")
        self.assertNotContains(self.get(), "Report")

    def test_ignore_unknown_values_and_say_so(self):
        for name in ("type", "series", "topic", "year", "language", "status"):
            for value in ("nothing", "\0", "'", "-1", "9" * 400, "<script>"):
                response = self.get(**{name: value})
                assert response.status_code == 200, (name, value)
                assert len(response.context["items"]) == 3, (name, value)
                assert response.context["filter_message"], (name, value)

    def test_stay_in_the_links_to_other_pages_of_the_list(self):
        response = self.get(type="form", year="nothing", page="1")

        assert response.context["filter_query"] == "type=form&"

    def test_call_a_series_by_its_name(self):
        DocumentSeries.objects.update(name="Policy Q&As")

        self.assertContains(self.get(), "Policy Q&amp;As")
