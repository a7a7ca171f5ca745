"""Redirects, and what the log says of them."""

import json

from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect

from cms.publishing import audit
from tests.factories import HomePageFactory

from .log import row


class LogTestCase(TestCase):
    def setUp(self):
        self.home = HomePageFactory()

    def tearDown(self):
        assert list(audit.check()) == []


def redirect(old_path: str = "/old", **values) -> Redirect:
    return Redirect.objects.create(old_path=old_path, **values)


def location(found: Redirect) -> str:
    return json.loads(row("redirects", found.pk).body)["location"]
