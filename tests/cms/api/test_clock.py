"""Nobody reads late: what is due by the clock is published before an answer."""

from datetime import timedelta

from django.utils import timezone

from tests.content import at
from tests.factories import HomePageFactory, NewsPageFactory, WebinarPageFactory

from .cases import ApiTestCase, assert_problem

HOUR = timedelta(hours=1)


class DueTests(ApiTestCase):
    def setUp(self):
        HomePageFactory()
        self.now = timezone.now()

    def test_a_list_is_filtered_by_the_state_of_now(self):
        webinar = WebinarPageFactory(starts_at=self.now + HOUR)

        before = self.ids("pages/", state="upcoming")
        with at(self.now + 2 * HOUR):
            after = self.ids("pages/", state="upcoming")

        assert before == [webinar.pk]
        assert after == []

    def test_a_detail_shows_the_state_of_now(self):
        webinar = WebinarPageFactory(starts_at=self.now + HOUR)

        with at(self.now + 2 * HOUR):
            answer = self.found(f"pages/{webinar.pk}/")

        assert answer["state"] == "live"

    def test_an_expired_page_is_gone_at_once_from_each_address(self):
        page = NewsPageFactory(expire_at=self.now + HOUR)
        path = self.found(f"pages/{page.pk}/")["meta"]["path"]

        with at(self.now + 2 * HOUR):
            listed = self.ids("pages/", type="news.NewsPage")
            found = self.ask("pages/find/", html_path=path)
            detail = self.ask(f"pages/{page.pk}/")

        assert listed == []
        for response in (found, detail):
            assert assert_problem(response, 410)["reason"] == "expired"
