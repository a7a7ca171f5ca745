"""What an editor chose in English leads to the page in the reader's language."""

import json

from cms.models import RelatedPage
from home.models import HomePageStatistic
from tests.factories import (
    ImpactPageFactory,
    StandardPageFactory,
    StatisticFactory,
)

from .cases import TranslatingTestCase, described


class LinkTests(TranslatingTestCase):
    def setUp(self):
        super().setUp()
        self.published_in_spanish(self.home)

    def body(self, page):
        return json.loads(self.row(self.in_spanish(page)).body)

    def test_links_follow_a_translation_as_it_comes_and_goes(self):
        target = StandardPageFactory()
        page = StandardPageFactory(
            body=[
                {
                    "type": "rich_text",
                    "value": f'<p><a linktype="page" id="{target.pk}">It</a></p>',
                }
            ],
            related_pages=[RelatedPage(related=target)],
        )
        self.published_in_spanish(page)

        def shown():
            return self.body(page)["body"][0]["value"]

        assert f'href="{target.get_url()}"' in shown()
        translated = self.published_in_spanish(target)
        assert f'href="{translated.get_url()}"' in shown()
        translated.unpublish()
        assert f'href="{target.get_url()}"' in shown()
        assert translated.get_url() not in self.row(page).body

    def test_the_home_page_shows_the_figures_in_its_language(self):
        year = ImpactPageFactory()
        first, second = (StatisticFactory(page=year, label=n) for n in ("One", "Two"))
        year.save()
        self.home.impact_page = year
        self.home.impact_statistics = [HomePageStatistic(statistic=second)]
        self.home.save_revision().publish()
        self.update(self.home)
        assert self.labels() == ["Two"]

        self.published_in_spanish(year.get_parent())
        self.submit(year)
        self.translate(year, {"Two": "Dos", year.search_description: described(year)})
        self.publish(self.in_spanish(year))

        assert self.labels() == ["Dos"]
        assert self.body(self.home)["impact"]["page"]["locale"] == "es"
        assert first.label not in self.labels()

    def labels(self):
        return [s["label"] for s in self.body(self.home)["impact"]["statistics"]]

    def update(self, page):
        url = f"/admin/localize/update/{self.translation(page).source_id}/"
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(url, {"publish_translations": "on"})
