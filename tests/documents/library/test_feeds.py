"""Documents in feeds, as programs read them."""

from datetime import UTC, date, datetime, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from documents.models import CustomDocument
from tests.assertions import assert_same_queries
from tests.factories import (
    PDF,
    DocumentFactory,
    TopicFactory,
)

from ..cases import sent_by_us
from .feeds import KINDS, XML_KINDS, FeedTestCase

UNPRINTABLE = "Form\x0b feed \x1b[2J \ufffe & <b>bold</b> ]]>"


def released_at(document: CustomDocument, moment: datetime) -> None:
    """Put the release of a document at a moment."""
    document.versions.update(published_at=moment)
    document.released_at = moment
    CustomDocument.objects.filter(pk=document.pk).update(released_at=moment)
    document.save()


class EntryTests(FeedTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.document = DocumentFactory(
            title="Q&As, July",
            summary="What July <brought>.",
            document_type="policy_qa",
            fiscal_year=2017,
            issue="v.1",
            series=cls.series,
            file__filename="Q&As (July).pdf",
        )
        cls.document.topics.add(TopicFactory(name="Eligibility"))

    def test_say_what_the_document_is(self):
        for kind in XML_KINDS:
            (entry,) = self.parsed(kind).entries
            assert entry.title == "Q&As, July"
            assert "What July &lt;brought&gt;." in entry.summary
            assert "Policy Q&amp;A · Current · FY 2017" in entry.summary
            assert entry.link.endswith(self.document.path)
            assert [tag.term for tag in entry.tags] == ["Policy Q&A", "Eligibility"]

    @sent_by_us
    def test_bring_the_file(self):
        for kind in XML_KINDS:
            (entry,) = self.parsed(kind).entries
            (file,) = entry.enclosures
            assert file.href.endswith("/latest/Q&As%20(July).pdf")
            assert file.length == str(len(PDF))
            assert file.type == "application/pdf"
            assert self.get(file.href).status_code == 200

    def test_say_when_it_was_released_and_when_it_changed_last(self):
        self.document.refresh_from_db()
        for kind in XML_KINDS:
            (entry,) = self.parsed(kind).entries
            published = datetime(*entry.published_parsed[:6], tzinfo=UTC)
            updated = datetime.fromisoformat(entry.updated)
            assert published == self.document.released_at.replace(microsecond=0)
            assert updated == self.document.updated_at

    def test_keep_their_number_when_title_and_address_change(self):
        before = {kind: self.parsed(kind).entries[0].id for kind in XML_KINDS}
        before["json"] = self.json()["items"][0]["id"]

        self.document.title = "Another title"
        self.document.save()

        after = {kind: self.parsed(kind).entries[0].id for kind in XML_KINDS}
        after["json"] = self.json()["items"][0]["id"]
        assert before == after
        assert len(set(before.values())) == 1
        self.assertRedirects(
            self.get(before["json"]), self.document.path, status_code=301
        )

    def test_say_what_the_newest_version_changed(self):
        file = ContentFile(PDF + b"%2\n", "new.pdf")
        self.document.replace_file(file, "Corrects question 4.", "correction")

        (item,) = self.json()["items"]

        assert "Version 2: Corrects question 4." in item["content_html"]
        assert item["attachments"][0]["title"] == "new.pdf"

    @sent_by_us
    def test_in_json_follow_its_rules(self):
        feed = self.json()
        (item,) = feed["items"]

        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"].endswith("/documents/feed.json")
        assert feed["home_page_url"].endswith(self.library.url)
        assert feed["language"] == "en"
        assert set(feed) <= FEED_FIELDS
        assert set(item) <= ITEM_FIELDS
        assert isinstance(item["id"], str)
        assert item["content_html"].startswith("<p>What July &lt;brought&gt;.</p>")
        assert item["summary"] == "What July <brought>."
        assert item["tags"] == ["Policy Q&A", "Eligibility"]
        for name in ("date_published", "date_modified"):
            assert datetime.fromisoformat(item[name]).tzinfo is not None
        (file,) = item["attachments"]
        assert file == {
            "url": file["url"],
            "mime_type": "application/pdf",
            "title": "Q&As (July).pdf",
            "size_in_bytes": len(PDF),
        }
        assert self.get(file["url"]).status_code == 200


# Of https://www.jsonfeed.org/version/1.1/; whatever else is there begins with "_".
FEED_FIELDS = {
    *("version", "title", "home_page_url", "feed_url", "description", "language"),
    *("authors", "items"),
}
ITEM_FIELDS = {
    *("id", "url", "title", "content_html", "summary", "date_published"),
    *("date_modified", "tags", "language", "attachments"),
}


class FeedTests(FeedTestCase):
    def test_has_the_newest_first(self):
        now = timezone.now()
        for days, title in ((3, "Old"), (1, "New"), (2, "Between")):
            document = DocumentFactory(title=title, document_date=date(2003, 1, days))
            released_at(document, now - timedelta(days=days))

        assert self.titles() == ["New", "Between", "Old"]
        for kind in XML_KINDS:
            titles = [entry.title for entry in self.parsed(kind).entries]
            assert titles == ["New", "Between", "Old"]

    def test_brings_a_document_up_that_changed_in_substance(self):
        now = timezone.now()
        old, new = DocumentFactory(title="Old"), DocumentFactory(title="New")
        released_at(old, now - timedelta(days=3))
        released_at(new, now - timedelta(days=1))

        old.replace_file(ContentFile(PDF + b"%2\n", "a.pdf"), "Dots.", "correction")
        assert self.titles() == ["New", "Old"]

        old.replace_file(ContentFile(PDF + b"%3\n", "a.pdf"), "Adds an answer.")
        assert self.titles() == ["Old", "New"]

    def test_has_the_last_fifty(self):
        DocumentFactory.create_batch(53)

        for kind in XML_KINDS:
            assert len(self.parsed(kind).entries) == 50
        assert len(self.titles()) == 50

    def test_has_what_lists_have_and_nothing_else(self):
        DocumentFactory(title="Superseded", status="superseded")
        DocumentFactory(title="Secret", released_at=None)
        withdrawn = DocumentFactory(title="Withdrawn")
        assert set(self.titles()) == {"Superseded", "Withdrawn"}

        withdrawn.status, withdrawn.status_explanation = "withdrawn", "Wrong."
        withdrawn.save()

        assert self.titles() == ["Superseded"]

    def test_is_valid_without_a_document(self):
        for kind in XML_KINDS:
            found = self.parsed(kind)
            assert found.entries == []
            assert found.feed.title
        assert self.json()["items"] == []

    def test_can_be_read_whatever_signs_are_in_a_title(self):
        topic = TopicFactory(name=UNPRINTABLE, slug="strange")
        DocumentFactory(title=UNPRINTABLE, summary=UNPRINTABLE).topics.add(topic)

        for kind in XML_KINDS:
            (entry,) = self.parsed(kind).entries
            assert "Form feed" in entry.title
        assert self.json()["items"][0]["title"].startswith("Form feed")

    def test_is_told_apart_by_its_media_type(self):
        types = {
            kind: self.get(f"/documents/feed.{kind}")["Content-Type"] for kind in KINDS
        }

        assert types == {
            "rss": "application/rss+xml; charset=utf-8",
            "atom": "application/atom+xml; charset=utf-8",
            "json": "application/feed+json; charset=utf-8",
        }

    def test_may_be_read_by_scripts_of_any_origin(self):
        for kind in KINDS:
            response = self.get(f"/documents/feed.{kind}")
            assert response["Access-Control-Allow-Origin"] == "*"
            assert not response.cookies

    def test_names_itself_and_the_page_that_lists_the_same(self):
        for kind in XML_KINDS:
            feed = self.parsed(kind).feed
            links = {link.rel: link.href for link in feed.links}
            assert links["self"].endswith(f"/documents/feed.{kind}")
            assert feed.link.endswith(self.library.url)

    def test_comes_once_to_a_reader_who_has_it(self):
        DocumentFactory()
        for kind in KINDS:
            path = f"/documents/feed.{kind}"
            etag = self.get(path)["ETag"]

            assert self.get(path, if_none_match=etag).status_code == 304

            DocumentFactory()
            assert self.get(path, if_none_match=etag).status_code == 200

    def test_queries_do_not_grow_with_the_list(self):
        DocumentFactory()

        assert_same_queries(
            lambda: self.client.get("/documents/feed.atom"),
            grow=lambda: DocumentFactory.create_batch(9),
        )

    def test_is_only_read(self):
        assert self.client.post("/documents/feed.rss").status_code == 405

    def test_comes_in_no_other_format(self):
        for path in ("/documents/feed.xml", "/documents/feed.rss/", "/documents/feed"):
            assert self.get(path).status_code in {301, 404}

    def test_stands_without_a_library(self):
        self.library.unpublish()
        DocumentFactory(title="July")

        assert self.titles() == ["July"]
