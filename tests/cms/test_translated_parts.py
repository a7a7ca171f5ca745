"""Parts of pages that were made before translators knew them."""

from django.apps import apps
from django.test import TestCase
from wagtail.models import Locale

from cms.translated_parts import number_parts
from news.models import Place
from tests.factories import StoryPageFactory


class NumberPartsTests(TestCase):
    def setUp(self):
        spanish, _ = Locale.objects.get_or_create(language_code="es")
        self.story = StoryPageFactory(places=self.places("A", "B"))
        index = self.story.get_parent().specific
        for page in (index.get_parent().specific, index):
            page.copy_for_translation(spanish)
        self.translated = self.story.copy_for_translation(spanish)

    def places(self, *names: str) -> list[Place]:
        return [
            Place(name=name, state="TX", sort_order=n) for n, name in enumerate(names)
        ]

    def number(self) -> None:
        number_parts(apps, "news.Place", "sort_order", "pk")

    def keys(self, page) -> list[object]:
        places = Place.objects.filter(page=page).order_by("sort_order")
        return list(places.values_list("translation_key", flat=True))

    def test_belong_together_in_their_order(self):
        self.number()

        assert self.keys(self.story) == self.keys(self.translated)
        assert len(set(self.keys(self.story))) == 2
        found = Place.objects.get(page=self.translated, name="A")
        assert found.locale.language_code == "es"

    def test_stand_for_themselves_where_one_page_has_more(self):
        Place.objects.create(page=self.translated, name="C", state="TX", sort_order=2)

        self.number()

        assert not set(self.keys(self.story)) & set(self.keys(self.translated))
