"""News items: their rules, and what readers get of them."""

from datetime import date, timedelta

from django.test import TestCase

from cms.models import Attachment, RelatedPage
from cms.publishing.models import Publication
from tests.content import main_of, public_form, refusals, text_at, words
from tests.factories import (
    DocumentFactory,
    ImageFactory,
    NewsPageFactory,
    StandardPageFactory,
)


class RuleTests(TestCase):
    def test_an_item_cannot_leave_while_it_is_pinned(self):
        page, last = NewsPageFactory(), date(2017, 10, 9)
        page.pinned_until = page.leaves_latest_on = last

        (message,) = refusals(page)["leaves_latest_on"]

        assert "choose a day after" in message
        page.leaves_latest_on = last + timedelta(days=1)
        assert refusals(page) == {}

    def test_an_image_is_described_here_or_in_its_own_record(self):
        page = NewsPageFactory()
        page.image = ImageFactory(description="")
        assert "Describe the image" in refusals(page)["image_alt"][0]

        page.image_alt = "A full hall"
        assert refusals(page) == {}

        page.image, page.image_alt = ImageFactory(description="A hall"), ""
        assert refusals(page) == {}

    def test_a_category_that_does_not_exist_is_refused(self):
        page = NewsPageFactory()
        page.category = "gossip"

        assert "category" in refusals(page)

    def test_a_lead_is_needed(self):
        page = NewsPageFactory()
        page.lead = ""

        assert "lead" in refusals(page)


class NewsPageTests(TestCase):
    def test_shows_date_category_and_lead(self):
        page = NewsPageFactory(
            published_on=date(2017, 10, 3),
            category="document_release",
            lead="Two files.",
        )

        text = text_at(page.url)

        assert "October 3, 2017 Document release" in text
        assert "Two files." in text
        assert public_form(page)["published_on"] == "2017-10-03"

    def test_attachments_come_in_the_order_of_the_editor_with_their_facts(self):
        documents = [DocumentFactory(title=title) for title in ("B", "A")]
        attachments = [
            Attachment(document=document, sort_order=order)
            for order, document in enumerate(documents)
        ]
        page = NewsPageFactory(attachments=attachments)

        found = public_form(page)["attachments"]

        assert [document["title"] for document in found] == ["B", "A"]
        assert found[0]["extension"] == "pdf"
        assert found[0]["size"] > 0
        section = main_of(page.url).find("section", {"aria-labelledby": "attachments"})
        assert "PDF" in words(section)

    def test_words_for_the_image_here_win_over_its_own(self):
        image = ImageFactory(description="Its own words")
        own, here = (
            NewsPageFactory(image=image, image_alt=alt) for alt in ("", "Words here")
        )

        assert public_form(own)["image"]["alt"] == "Its own words"
        assert public_form(here)["image"]["alt"] == "Words here"
        assert main_of(here.url).find("img")["alt"] == "Words here"

    def test_related_pages_that_are_not_public_are_left_out(self):
        public = StandardPageFactory(title="Public")
        draft = StandardPageFactory(title="Secret draft", live=False)
        page = NewsPageFactory(
            related_pages=[RelatedPage(related=public), RelatedPage(related=draft)]
        )

        titles = [link["title"] for link in public_form(page)["related_pages"]]

        assert titles == ["Public"]
        assert "Secret draft" not in text_at(page.url)

    def test_lists_are_filtered_by_category(self):
        NewsPageFactory(category="event")
        data = NewsPageFactory(category="data")

        rows = Publication.objects.listed().with_facet("category", ["data"])

        assert [row.object_id for row in rows] == [data.pk]
