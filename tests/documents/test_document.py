"""A document's rules, its release, and its place among others."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.test import TestCase
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from cms.models import Attachment
from cms.publishing.models import Publication
from documents.models import CustomDocument
from tests.content import public_content
from tests.factories import (
    DocumentFactory,
    DocumentSeriesFactory,
    NewsPageFactory,
    TopicFactory,
)


def errors_of(document: CustomDocument) -> dict[str, list[str]]:
    """Return the messages of a document's validation by field name."""
    document.document_type = document.document_type or "guidance"
    try:
        document.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def published(document: CustomDocument) -> Publication | None:
    return Publication.objects.filter(
        resource="documents", object_id=document.pk, live=True
    ).first()


class StatusTests(TestCase):
    def test_withdrawn_needs_an_explanation(self):
        document = DocumentFactory(status="withdrawn")

        assert "explanation" in errors_of(document)["status_explanation"][0]

    def test_withdrawn_with_an_explanation_stays_public_but_leaves_lists(self):
        document = DocumentFactory(status="withdrawn", status_explanation="Outdated.")

        assert errors_of(document) == {}
        assert published(document).listed is False
        assert public_content(document).status_explanation == "Outdated."


class ReplacementTests(TestCase):
    def test_shows_from_both_sides(self):
        newer = DocumentFactory(title="Newer")
        older = DocumentFactory(
            title="Older",
            replaced_by=newer,
            replacement_extent="part",
            replacement_note="Chapter II only.",
        )

        of_older = public_content(older).replaced_by
        (of_newer,) = public_content(newer).replaces

        assert (of_older.document.title, of_older.extent) == ("Newer", "part")
        assert (of_newer.document.title, of_newer.extent) == ("Older", "part")
        assert of_older.note == of_newer.note == "Chapter II only."

    def test_leaves_both_sides_when_it_is_taken_back(self):
        newer = DocumentFactory()
        older = DocumentFactory(replaced_by=newer, status="superseded")

        older.replaced_by = None
        older.save()

        assert public_content(older).replaced_by is None
        assert public_content(newer).replaces == []

    def test_does_not_name_a_document_that_is_not_released(self):
        newer = DocumentFactory(released_at=None)
        older = DocumentFactory(replaced_by=newer, status="superseded")

        assert public_content(older).replaced_by is None

        newer.release()

        assert public_content(older).replaced_by.document.id == newer.pk


class SeriesTests(TestCase):
    def setUp(self):
        self.series = DocumentSeriesFactory()

    def place(self, position, **values):
        return DocumentFactory(
            title=f"v.{position}",
            series=self.series,
            series_position=position,
            **values,
        )

    def test_neighbors_are_the_nearest_released_ones(self):
        first = self.place(1)
        self.place(2, released_at=None)
        self.place(3, status="withdrawn", status_explanation="Wrong.")
        fourth = self.place(4)

        assert public_content(first).next_in_series.title == "v.4"
        assert public_content(fourth).previous_in_series.title == "v.1"
        assert public_content(first).previous_in_series is None
        assert public_content(fourth).next_in_series is None

    def test_a_release_between_two_neighbors_shows_in_both(self):
        first, third = self.place(1), self.place(3)
        second = self.place(2, released_at=None)

        second.release()

        assert public_content(first).next_in_series.title == "v.2"
        assert public_content(third).previous_in_series.title == "v.2"

    def test_next_replaces_nothing(self):
        first, _second = self.place(1), self.place(2)

        assert public_content(first).replaced_by is None
        assert public_content(first).status == "current"

    def test_a_place_is_given_once_a_language(self):
        self.place(1)

        assert "has place 1" in errors_of(self.place(1))["series_position"][0]
        assert errors_of(self.place(1, language="es")) == {}

    def test_a_place_needs_a_series(self):
        document = DocumentFactory(series_position=1)

        assert "series" in errors_of(document)


class ReleaseTests(TestCase):
    def test_a_new_document_is_not_public(self):
        document = DocumentFactory(released_at=None)

        assert not document.is_public()
        assert published(document) is None

    def test_release_publishes_it_once(self):
        document = DocumentFactory(released_at=None)

        document.release()
        moment = document.released_at
        document.release()

        assert document.is_public()
        assert document.released_at == moment
        assert published(document) is not None

    def test_it_is_released_with_the_first_published_page_that_attaches_it(self):
        document = DocumentFactory(released_at=None)
        page = NewsPageFactory(live=False, attachments=[Attachment(document=document)])
        document.refresh_from_db()
        assert not document.is_released

        page.save_revision().publish()

        document.refresh_from_db()
        assert document.is_released
        assert public_content(document).used_on[0].id == page.pk
        assert public_content(page).attachments[0].id == document.pk

    def test_its_own_record_may_keep_it_from_being_released_with_a_page(self):
        document = DocumentFactory(released_at=None, releases_with_page=False)

        page = NewsPageFactory(attachments=[Attachment(document=document)])

        document.refresh_from_db()
        assert not document.is_released
        assert public_content(page).attachments == []

    def test_a_page_does_not_release_it_before_its_time(self):
        document = DocumentFactory(
            released_at=None, release_at=timezone.now() + timedelta(days=1)
        )

        assert document.release_with_page() is False
        assert not document.is_released

    def test_those_whose_time_has_come_are_due(self):
        now = timezone.now()
        due = DocumentFactory(released_at=None, release_at=now - timedelta(minutes=1))
        DocumentFactory(released_at=None, release_at=now + timedelta(minutes=1))
        DocumentFactory(released_at=None)
        DocumentFactory(release_at=now - timedelta(minutes=1))

        assert list(CustomDocument.objects.due_for_release(now)) == [due]


class PrivacyTests(TestCase):
    def setUp(self):
        root = Collection.get_first_root_node()
        self.private = root.add_child(name="Private")
        self.child = self.private.add_child(name="Child of private")
        CollectionViewRestriction.objects.create(
            collection=self.private, restriction_type="login"
        )

    def test_a_document_in_a_private_collection_is_not_public(self):
        document = DocumentFactory(collection=self.private)

        assert not document.is_public()
        assert published(document) is None

    def test_nor_is_one_in_a_collection_below_it(self):
        document = DocumentFactory(collection=self.child)

        assert not document.is_public()
        assert published(document) is None


class PublicFormTests(TestCase):
    def test_facets_name_what_the_library_filters_by(self):
        document = DocumentFactory(
            document_type="policy_qa",
            fiscal_year=2017,
            series=DocumentSeriesFactory(slug="mep-policy-qas"),
        )
        document.topics.add(TopicFactory(name="Eligibility"))

        facets = set(published(document).facets.values_list("name", "value"))

        assert facets == {
            ("document_type", "policy_qa"),
            ("fiscal_year", "2017"),
            ("language", "en"),
            ("series", "mep-policy-qas"),
            ("status", "current"),
            ("topic", "eligibility"),
        }

    def test_topics_are_published_when_they_are_set_after_the_document(self):
        document = DocumentFactory()

        document.topics.set([TopicFactory(name="Eligibility")])

        assert [t.name for t in public_content(document).topics] == ["Eligibility"]

    def test_lists_are_ordered_by_the_date_on_the_document(self):
        document = DocumentFactory(document_date=date(2017, 7, 14))

        assert timezone.localtime(document.dated_at).date() == date(2017, 7, 14)

    def test_without_a_date_by_the_day_of_release(self):
        document = DocumentFactory()

        assert document.dated_at == document.released_at

    def test_a_title_without_latin_letters_has_an_address_all_the_same(self):
        document = DocumentFactory(title="文書")

        assert document.path == f"/documents/{document.pk}/document/"
