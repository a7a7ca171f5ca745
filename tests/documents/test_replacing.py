"""One document taking the place of another: its status, its day, and no circles."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase
from django.utils import timezone

from documents.models import CustomDocument
from tests.content import public_content
from tests.factories import DocumentFactory

from .test_document import errors_of


class StatusTests(TestCase):
    def test_a_document_that_is_replaced_wholly_becomes_superseded(self):
        older = DocumentFactory()
        older.replaced_by = DocumentFactory()

        assert errors_of(older) == {}
        older.save()

        assert public_content(older).status == "superseded"

    def test_one_that_is_replaced_in_part_stays_as_it_is(self):
        older = DocumentFactory(
            replaced_by=DocumentFactory(), replacement_extent="part"
        )

        assert older.status == "current"
        assert errors_of(older) == {}

    def test_one_that_is_withdrawn_stays_withdrawn(self):
        older = DocumentFactory(status="withdrawn", status_explanation="Wrong.")

        older.replaced_by = DocumentFactory()
        older.save()

        assert older.status == "withdrawn"

    def test_the_rest_follows_what_was_replaced_in_part(self):
        older = DocumentFactory(
            replaced_by=DocumentFactory(), replacement_extent="part"
        )

        older.replacement_extent = "whole"
        older.save()

        assert older.status == "superseded"

    def test_is_not_current_while_it_stays_replaced(self):
        older = DocumentFactory(replaced_by=DocumentFactory())

        older.status = "current"

        assert "superseded" in errors_of(older)["status"][0]

    def test_saving_some_fields_saves_what_follows(self):
        older = DocumentFactory()
        older.replaced_by = DocumentFactory()

        older.save(update_fields=["replaced_by"])

        older.refresh_from_db()
        assert older.status == "superseded"
        assert older.replaced_on == timezone.localdate()


class DayTests(TestCase):
    def test_is_today_and_stands_on_both_sides(self):
        newer = DocumentFactory()
        older = DocumentFactory(replaced_by=newer)

        today = timezone.localdate()
        assert public_content(older).replaced_by.replaced_on == today
        assert public_content(newer).replaces[0].replaced_on == today

    def test_is_the_one_that_the_editor_gives(self):
        day = date(2010, 10, 1)

        older = DocumentFactory(replaced_by=DocumentFactory(), replaced_on=day)

        assert public_content(older).replaced_by.replaced_on == day

    def test_stays_when_the_document_is_saved_for_another_reason(self):
        older = DocumentFactory(replaced_by=DocumentFactory())
        CustomDocument.objects.filter(pk=older.pk).update(replaced_on=None)
        older.refresh_from_db()

        older.title = "Renamed"
        older.save()

        assert older.replaced_on is None

    def test_is_a_new_one_for_another_replacement(self):
        older = DocumentFactory(
            replaced_by=DocumentFactory(), replaced_on=date(2010, 10, 1)
        )

        older.replaced_by = DocumentFactory()
        older.save()

        assert older.replaced_on == timezone.localdate()

    def test_goes_with_the_replacement(self):
        older = DocumentFactory(replaced_by=DocumentFactory())

        older.replaced_by = None
        older.save()

        assert older.replaced_on is None

    def test_is_not_in_the_future(self):
        tomorrow = timezone.localdate() + timedelta(days=1)
        older = DocumentFactory(replaced_by=DocumentFactory(), replaced_on=tomorrow)

        assert "future" in errors_of(older)["replaced_on"][0]


class CircleTests(TestCase):
    def test_a_document_does_not_replace_itself(self):
        document = DocumentFactory(status="superseded")

        document.replaced_by = document

        assert "itself" in errors_of(document)["replaced_by"][0]

    def test_nor_by_several_steps(self):
        third = DocumentFactory()
        second = DocumentFactory(replaced_by=third)
        first = DocumentFactory(replaced_by=second)

        third.replaced_by = first

        assert "several steps" in errors_of(third)["replaced_by"][0]

    def test_nor_where_both_records_were_read_before_the_other_was_saved(self):
        first, second = DocumentFactory(), DocumentFactory()
        stale_first = CustomDocument.objects.get(pk=first.pk)
        first.replaced_by = second
        first.save()

        second.replaced_by = stale_first

        assert "several steps" in errors_of(second)["replaced_by"][0]
        with pytest.raises(ValidationError, match="several steps"):
            second.save()
        second.refresh_from_db()
        assert second.replaced_by is None
