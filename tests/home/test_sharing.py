"""What search engines are told of program years."""

from datetime import date

from django.test import TestCase

from tests.cms.sharing.head import head_of
from tests.factories import (
    ImpactPageFactory,
    MeasureFactory,
    SourceFactory,
    StatisticFactory,
)


class DatasetTests(TestCase):
    def setUp(self):
        self.page = ImpactPageFactory(programme_year="2014-15", title="Impact, 2014-15")
        measure = MeasureFactory(
            name="Children served", definition="Once each.", unit="children"
        )
        source = SourceFactory(name="Ed Data Express", url="https://data.example.org/")
        for group in ("Grades K-3", "Grades 4-5"):
            StatisticFactory(
                page=self.page,
                group=group,
                measure=measure,
                source=source,
                period_start=date(2014, 9, 1),
                period_end=date(2015, 8, 31),
            )
        self.page.refresh_from_db()
        self.page.save()

    def test_has_what_search_engines_ask_for(self):
        head = head_of(self.page.url)

        dataset = head.thing("Dataset")
        assert dataset["name"] == head.title
        assert 50 <= len(dataset["description"]) <= 5000
        assert dataset["creator"] == {"@id": head.thing("Organization")["@id"]}
        assert dataset["temporalCoverage"] == "2014-09-01/2015-08-31"
        assert dataset["isBasedOn"] == ["https://data.example.org/"]
        assert dataset["isAccessibleForFree"] is True
        assert dataset["variableMeasured"] == [
            {
                "@type": "PropertyValue",
                "name": "Children served",
                "description": "Once each.",
                "unitText": "children",
            }
        ]
        assert head.thing("WebPage")["mainEntity"] == {"@id": dataset["@id"]}

    def test_its_figures_can_be_loaded(self):
        downloads = head_of(self.page.url).thing("Dataset")["distribution"]

        answers = {each["encodingFormat"]: each["contentUrl"] for each in downloads}
        table = self.client.get(answers["text/csv"])
        assert table.status_code == 200
        assert table.content.decode().count("Grades") == 2
        whole = self.client.get(answers["application/json"]).json()
        assert len(whole["statistics"]) == 2

    def test_says_nothing_of_a_time_that_is_not_known(self):
        page = ImpactPageFactory(programme_year="2001-02")

        dataset = head_of(page.url).thing("Dataset")

        assert "temporalCoverage" not in dataset
        assert "variableMeasured" not in dataset
