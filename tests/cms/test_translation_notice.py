"""What a translated page says of the version that counts."""

from wagtail.models import Locale

from cms.models import SettingsTranslation
from tests.factories import StandardPageFactory

from .test_site_settings import SettingsTestCase

SENTENCE = "la versión oficial es la que está en inglés"


class TranslationNoticeTests(SettingsTestCase):
    def setUp(self):
        super().setUp()
        spanish, _ = Locale.objects.get_or_create(language_code="es")
        self.page = StandardPageFactory(title="About", slug="about")
        home = self.page.get_parent().specific.copy_for_translation(spanish)
        home.get_latest_revision().publish()
        self.translated = self.page.copy_for_translation(spanish)
        self.translated.get_latest_revision().publish()
        self.home = home

    def html(self, page) -> str:
        return self.client.get(page.get_url()).content.decode()

    def test_says_nothing_without_an_official_language(self):
        assert "translation-notice" not in self.html(self.translated)

    def test_leads_to_the_page_in_the_official_language(self):
        self.save(authoritative_language="en")

        html = self.html(self.translated)

        assert SENTENCE in html
        assert '<a href="/about/" hreflang="en">Leer la versión en inglés</a>' in html

    def test_stands_on_the_home_page_as_well(self):
        self.save(authoritative_language="en")

        assert SENTENCE in self.html(self.home)

    def test_is_not_on_the_official_version(self):
        self.save(authoritative_language="en")

        assert "translation-notice" not in self.html(self.page)

    def test_is_not_on_a_page_that_there_is_in_one_language_only(self):
        self.save(authoritative_language="en")
        spanish = Locale.objects.get(language_code="es")
        alone = StandardPageFactory(
            title="Solo", parent=self.home, locale=spanish, slug="solo"
        )

        assert "translation-notice" not in self.html(alone)

    def test_may_have_words_of_the_editors(self):
        own = SettingsTranslation(language="es", translation_notice="Palabras propias.")
        self.settings.translations = [own]
        self.save(authoritative_language="en")

        assert "Palabras propias." in self.html(self.translated)
        assert SENTENCE not in self.html(self.translated)

    def test_clients_get_it_with_the_site_in_that_language(self):
        self.save(authoritative_language="en")

        english = self.client.get("/api/v2/site/?locale=en").json()
        spanish = self.client.get("/api/v2/site/?locale=es").json()

        assert english["translation_notice"] is None
        assert spanish["translation_notice"]["language"] == "en"
        assert SENTENCE in spanish["translation_notice"]["text"]
