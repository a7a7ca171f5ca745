"""Tests that commit give the database back as the migrations left it."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale, Page, Site, Workflow


def rows_of_the_migrations() -> list[int]:
    return [model.objects.count() for model in (Group, Locale, Page, Site, Workflow)]


@pytest.mark.django_db(transaction=True)
class RestoreTests:
    """The same test twice: the second finds what the first one removed."""

    @pytest.mark.parametrize("time", ["first", "second"])
    def test_what_was_removed_is_back(self, time):
        assert all(rows_of_the_migrations())

        Site.objects.all().delete()
        Page.objects.all().delete()
        Group.objects.all().delete()

        assert not Page.objects.exists()

    @pytest.mark.parametrize("time", ["first", "second"])
    def test_what_was_added_is_gone(self, time):
        assert not Group.objects.filter(name="Left over").exists()

        Group.objects.create(name="Left over")

    def test_what_was_kept_comes_back_under_its_name(self, django_db_setup):
        Group.objects.create(name="Kept")
        django_db_setup.keep("with_a_group")
        django_db_setup.restore()
        assert not Group.objects.filter(name="Kept").exists()

        django_db_setup.restore("with_a_group")

        assert Group.objects.filter(name="Kept").exists()
