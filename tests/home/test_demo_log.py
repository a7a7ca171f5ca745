"""The publication log of the demonstration, as the command checks it."""

from io import StringIO

from django.core.management import call_command
from wagtail.models import ReferenceIndex

from .demonstration import DemonstrationTestCase


class CheckTests(DemonstrationTestCase):
    def test_it_is_right_and_depends_on_what_wagtail_knows(self):
        output = StringIO()

        call_command("publications", "--check", stdout=output)

        assert output.getvalue() == "0 differences\n0 missed references\n"
        assert ReferenceIndex.objects.count() > 50
