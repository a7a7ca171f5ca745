"""Program years with figures, and the table of them."""

import csv
from io import StringIO

from home.models import ImpactPage, Statistic
from tests.cms.api.cases import ApiTestCase
from tests.factories import (
    HomePageFactory,
    ImpactPageFactory,
    MeasureFactory,
    SourceFactory,
)

NOT_REPORTED = {
    "value": None,
    "status": "not_available",
    "reason": "The source gives no figure.",
}


class FiguresTestCase(ApiTestCase):
    def setUp(self):
        HomePageFactory()
        self.measure = MeasureFactory(name="Served", unit="children")
        self.source = SourceFactory(name="Data Express")

    def figure(self, label: str = "A", **values) -> Statistic:
        defaults = {"measure": self.measure, "source": self.source, "value": 1}
        return Statistic(label=label, **(defaults | values))

    def year(self, year: str, *figures: Statistic, **values) -> ImpactPage:
        # As the editor's form does; databases agree on no other order.
        for place, figure in enumerate(figures):
            figure.sort_order = place
        return ImpactPageFactory(programme_year=year, statistics=figures, **values)

    def labels(self, **query) -> list[str]:
        return [item["label"] for item in self.items("impact/", **query)]

    def table(self, **query) -> list[dict[str, str]]:
        response = self.ask("impact/", format="csv", **query)
        assert response.status_code == 200
        text = response.content.decode("utf-8-sig")
        return list(csv.DictReader(StringIO(text, newline="")))
