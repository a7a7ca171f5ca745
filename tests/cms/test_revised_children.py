"""Versions of a page that name what was deleted since."""

from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse

from cms.models import Attachment
from home.models import Statistic
from news.models import NewsPage
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    ImpactPageFactory,
    MeasureFactory,
    NewsPageFactory,
    SourceFactory,
)


class EarlierVersionTests(TestCase):
    def setUp(self):
        HomePageFactory()
        self.client.force_login(User.objects.create_superuser("admin"))

    def test_is_opened_without_the_document_that_is_gone(self):
        page = NewsPageFactory()
        gone, kept = DocumentFactory(released_at=None), DocumentFactory()
        page.attachments = [Attachment(document=gone), Attachment(document=kept)]
        earlier = page.save_revision()
        page.attachments = [Attachment(document=kept)]
        page.save_revision()
        url = reverse("wagtaildocs:delete", args=[gone.pk])
        assert self.client.post(url).status_code == 302

        opened = reverse(
            "wagtailadmin_pages:revisions_revert", args=[page.pk, earlier.pk]
        )
        response = self.client.get(opened)

        assert response.status_code == 200
        shown = response.context["page"].attachments.all()
        assert [attachment.document for attachment in shown] == [kept]

    def test_a_draft_that_lost_its_document_is_published_without_it(self):
        """As if it was saved in the moment in which the document was deleted."""
        page = NewsPageFactory()
        gone = DocumentFactory(released_at=None)
        page.attachments = [Attachment(document=gone)]
        draft = page.save_revision()
        gone.delete()

        draft.publish()

        assert not NewsPage.objects.get().attachments.exists()

    def test_a_statistic_goes_with_its_measure(self):
        page = ImpactPageFactory()
        measure, source = MeasureFactory(), SourceFactory()
        page.statistics = [Statistic(label="Children", measure=measure, source=source)]
        page.save_revision()
        measure.delete()

        response = self.client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

        assert response.status_code == 200
