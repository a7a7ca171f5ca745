"""What has a language says so; what is the same in all of them has none."""

from wagtail.contrib.redirects.models import Redirect

from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    ImageFactory,
    StandardPageFactory,
    TopicFactory,
)

from .following import ChangesTestCase


class LanguageTests(ChangesTestCase):
    def setUp(self):
        home = HomePageFactory()
        topic = TopicFactory()
        page = StandardPageFactory(topics=[topic])
        document = DocumentFactory(language="es")
        image = ImageFactory()
        away = Redirect.objects.create(old_path="/a", redirect_link="https://a.example")
        here = Redirect.objects.create(old_path="/b", redirect_page=home)
        self.expected = {
            f"pages/{page.pk}": "en",
            f"documents/{document.pk}": "es",
            f"redirects/{here.pk}": "en",
            f"redirects/{away.pk}": None,
            f"topics/{topic.pk}": None,
            f"images/{image.pk}": None,
        }

    def test_an_answer_says_which_it_is_in(self):
        for address, locale in self.expected.items():
            with self.subTest(address):
                assert self.ask(f"{address}/").get("Content-Language") == locale

    def test_and_so_do_changes(self):
        entries, _ = self.all_changes()

        told = {f"{e['resource']}/{e['id']}": e["locale"] for e in entries}
        assert self.expected.items() <= told.items()

    def test_who_follows_one_language_gets_what_is_of_none_as_well(self):
        for followed in ("en", "es"):
            entries, _ = self.all_changes(locale=followed)

            seen = {f"{e['resource']}/{e['id']}" for e in entries if e["live"]}
            assert seen & self.expected.keys() == {
                address
                for address, locale in self.expected.items()
                if locale in (followed, None)
            }

    def test_and_learns_when_it_is_gone(self):
        _, cursor = self.all_changes(locale="es")
        Redirect.objects.get(old_path="/a").delete()

        entries, _ = self.changes(cursor, locale="es")

        assert [(e["resource"], e["live"], e["locale"]) for e in entries] == [
            ("redirects", False, None)
        ]
