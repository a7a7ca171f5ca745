"""The commands that make an empty installation ready."""

import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import TestCase
from wagtail.models import Site


def said_by(command: str, **options) -> str:
    output = StringIO()
    call_command(command, stdout=output, **options)
    return output.getvalue()


class CreateAdminTests(TestCase):
    def test_the_password_that_is_shown_opens_the_editor(self):
        said = said_by("create_admin")

        [password] = re.findall(r"the password (\S+)", said)
        assert self.client.login(username="admin", password=password)
        assert self.client.get("/admin/").status_code == 200

    def test_a_second_time_says_and_changes_nothing(self):
        said_by("create_admin")
        [before] = get_user_model().objects.values_list("password", flat=True)

        assert said_by("create_admin", username="other") == ""
        assert get_user_model().objects.get().password == before

    def test_no_two_passwords_are_alike(self):
        said = said_by("create_admin")
        get_user_model().objects.all().delete()

        assert said_by("create_admin") != said


class SetSiteAddressTests(TestCase):
    def test_the_default_site_moves(self):
        said = said_by("set_site_address", port=8123)

        assert Site.objects.get(is_default_site=True).root_url == (
            "http://localhost:8123"
        )
        assert "http://localhost:8123" in said

    def test_the_same_address_is_not_saved_again(self):
        said_by("set_site_address", port=8123)

        with self.assertNumQueries(3):  # a savepoint, the site, its release
            assert said_by("set_site_address", port=8123) == ""

    def test_without_a_site_says_so(self):
        Site.objects.all().delete()

        with pytest.raises(CommandError, match="no default site"):
            said_by("set_site_address")
