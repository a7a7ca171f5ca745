"""What renderings note and what Wagtail's index knows, held against each other."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase
from wagtail.models import ReferenceIndex

from cms.models import Attachment, RelatedPage
from cms.publishing import references
from cms.publishing.models import Tag
from tests.factories import (
    DocumentFactory,
    DocumentSeriesFactory,
    HomePageFactory,
    ImageFactory,
    ImpactPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    StatisticFactory,
    StoryPageFactory,
    TopicFactory,
)

from .log import page_row, restrict, row


def misses() -> list[str]:
    return [str(miss) for miss in references.check()]


class AgreementTests(TestCase):
    def test_all_that_a_site_has(self):
        home = HomePageFactory()
        series = DocumentSeriesFactory()
        first, second = (
            DocumentFactory(series=series, series_position=n, language="en")
            for n in (1, 2)
        )
        first.topics.add(TopicFactory())
        first.replaced_by = second
        first.save()
        target = StandardPageFactory(topics=[TopicFactory()])
        news = NewsPageFactory(
            image=ImageFactory(),
            topics=[TopicFactory()],
            attachments=[Attachment(document=first)],
            related_pages=[RelatedPage(related=target)],
            body=[
                ("rich_text", f'<p><a linktype="page" id="{target.pk}">x</a></p>'),
                ("image", {"image": ImageFactory(), "alt": "", "caption": ""}),
                ("document_list", {"selection": "series", "series": series}),
            ],
        )
        figure = StatisticFactory(page=ImpactPageFactory())
        figure.page.save()
        home.impact_page, home.story_page = figure.page, StoryPageFactory()
        home.impact_statistics.create(statistic=figure)
        home.save()
        restrict(NewsPageFactory(related_pages=[RelatedPage(related=news)]))

        assert misses() == []
        assert ReferenceIndex.objects.count() > 10


class MistakeTests(TestCase):
    def setUp(self):
        self.image = ImageFactory()
        self.document = DocumentFactory()
        self.page = NewsPageFactory(
            image=self.image, attachments=[Attachment(document=self.document)]
        )

    def forget(self, name: str) -> None:
        """Let a rendering be one that did not note a thing."""
        Tag.objects.filter(publication=page_row(self.page), name=name).delete()

    def test_a_rendering_that_does_not_note_what_it_shows(self):
        self.forget(f"cms.customimage-{self.image.pk}")

        assert misses() == [
            f"pages/{self.page.pk}: shows cms.customimage-{self.image.pk} (image) "
            "without having noted it"
        ]

    def test_a_reference_that_the_index_does_not_have(self):
        ReferenceIndex.objects.filter(
            object_id=self.page.pk, model_path="attachments.item.document"
        ).delete()

        assert (
            f"pages/{self.page.pk}: has noted documents.customdocument-"
            f"{self.document.pk}, of which Wagtail's index does not know"
        ) in misses()

    def test_a_document_that_does_not_note_its_series(self):
        series = DocumentSeriesFactory()
        self.document.series = series
        self.document.save()
        name = f"cms.documentseries-{series.pk}"

        row("documents", self.document.pk).tags.filter(name=name).delete()

        assert misses() == [
            f"documents/{self.document.pk}: shows {name} (series) "
            "without having noted it"
        ]

    def test_the_command_says_so_and_fails(self):
        ReferenceIndex.objects.all().delete()
        output = StringIO()

        with pytest.raises(CommandError, match="rebuild_references_index"):
            call_command("publications", "--check", stdout=output)

        assert "0 differences" in output.getvalue()
        assert "of which Wagtail's index does not know" in output.getvalue()
        call_command("rebuild_references_index", stdout=StringIO())
        assert misses() == []

    def test_what_is_internal_has_a_reason(self):
        assert all(references.INTERNAL.values())
        assert all(references.UNKNOWN_TO_INDEX.values())
