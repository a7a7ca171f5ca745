"""A section with more pages than are written at once, for tests of the queue."""

from django.test import TestCase, override_settings

from cms.publishing import worker
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
)

from .log import page_row

FEW = 2


def renamed(index, slug: str) -> None:
    index.slug = slug
    index.save()


@override_settings(PUBLISH_AT_ONCE=FEW)
class Section(TestCase):
    """A section with more pages than are written at once."""

    def setUp(self):
        self.home = HomePageFactory()
        self.index = NewsIndexPageFactory(slug="news")
        self.document = DocumentFactory()
        self.pages = [
            NewsPageFactory(parent=self.index, slug=f"item-{number}")
            for number in range(6)
        ]
        worker.write_all_queued()

    def paths(self) -> set[str]:
        return {page_row(page).path.split("/")[1] for page in self.pages}
