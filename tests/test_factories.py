"""What the factories of the tests promise."""

import pytest
from django.test import TestCase

from cms.models import Attachment
from cms.publishing.models import Publication
from tests import factories

PAGES = [
    factories.StandardPageFactory,
    factories.ImpactIndexPageFactory,
    factories.ImpactPageFactory,
    factories.NewsIndexPageFactory,
    factories.NewsPageFactory,
    factories.StoryIndexPageFactory,
    factories.StoryPageFactory,
    factories.WebinarIndexPageFactory,
    factories.WebinarPageFactory,
    factories.DocumentLibraryPageFactory,
    factories.HomePageFactory,
]


@pytest.mark.django_db
class PageFactoryTests:
    @pytest.mark.parametrize("factory", PAGES)
    def test_a_page_is_public_at_its_address(self, factory, client):
        page = factory()

        assert Publication.objects.live().get(object_id=page.pk, resource="pages")
        assert client.get(page.url).status_code == 200


class FactoryTests(TestCase):
    def test_pages_of_a_type_share_their_section(self):
        first, second = factories.NewsPageFactory.create_batch(2)

        assert first.get_parent() == second.get_parent()

    def test_a_draft_is_not_public(self):
        draft = factories.NewsPageFactory(live=False)

        assert draft.first_published_at is None
        assert not Publication.objects.filter(resource="pages", object_id=draft.pk)

    def test_a_document_is_released_unless_told_otherwise(self):
        released = factories.DocumentFactory()
        waiting = factories.DocumentFactory(released_at=None)

        assert released.is_public()
        assert released.media_type == "application/pdf"
        assert not waiting.is_public()

    def test_inline_children_are_given_as_lists(self):
        document, topic = factories.DocumentFactory(), factories.TopicFactory()

        page = factories.NewsPageFactory(
            attachments=[Attachment(document=document)], topics=[topic]
        )

        page.refresh_from_db()
        assert [a.document for a in page.attachments.all()] == [document]
        assert list(page.topics.all()) == [topic]

    def test_a_statistic_stands_on_its_page(self):
        statistic = factories.StatisticFactory()

        assert statistic.page.statistics.get() == statistic
        assert statistic.display == "1,234"
