"""What tests of documents have in common: a site, its people, its answers."""

from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from django.conf import settings
from django.contrib.auth.models import Group, Permission, User
from django.http import HttpResponse
from django.test import TestCase, override_settings
from wagtail.models import Collection, GroupCollectionPermission

from tests.factories import HomePageFactory

# What is asked here is how we send a file, and not how a bucket does.
sent_by_us = override_settings(S3_REDIRECTS=False)


def body_of(response) -> bytes:
    return response.getvalue()


def from_bucket(response: HttpResponse, headers: dict[str, str]) -> HttpResponse:
    """Return what a visitor gets in the end: files of a bucket come from there."""
    address = response.get("Location", "")
    bucket = settings.S3_ENDPOINT_URL
    if not bucket or not address.startswith(bucket):
        return response
    try:
        answer = urlopen(Request(address, headers=headers))  # noqa: S310
    except HTTPError as error:
        answer = error
    with answer:
        headers = dict(answer.headers)
        sent = HttpResponse(answer.read(), status=answer.status, headers=headers)
    if "Link" in response:
        sent["Link"] = response["Link"]
    return sent


def record(**values: Any) -> dict[str, Any]:
    """Return a filled-in form for a document."""
    return {
        "title": "MEP Policy Q&As, July 2017",
        "summary": "Answers to questions of the third quarter.",
        "document_type": "policy_qa",
        "language": "en",
        "status": "current",
        "replacement_extent": "whole",
        "releases_with_page": "True",
        "tags": "",
        **values,
    }


class DocumentTestCase(TestCase):
    """A site with a home page, and the people who work on it."""

    @classmethod
    def setUpTestData(cls):
        HomePageFactory()
        cls.editor = User.objects.create_user("editor", password="editor")
        cls.editor.groups.add(Group.objects.get(name="Editors"))
        cls.publisher = User.objects.create_user("publisher", password="publisher")
        cls.publisher.groups.add(Group.objects.get(name="Publishers"))
        cls.member = User.objects.create_user("member", password="member")

    def setUp(self):
        self.answers = []
        self.addCleanup(self.read_to_the_end)

    def read_to_the_end(self):
        for answer in self.answers:
            if answer.streaming:
                body_of(answer)

    def get(self, path: str, **kwargs: Any) -> HttpResponse:
        """Ask for an address; a file that comes is closed when the test ends."""
        self.answers.append(self.client.get(path, **kwargs))
        return from_bucket(self.answers[-1], kwargs.get("headers", {}))


class AdminTestCase(DocumentTestCase):
    """A publisher at work in the admin."""

    def setUp(self):
        super().setUp()
        self.client.force_login(self.publisher)

    @property
    def access_admin(self) -> Permission:
        return Permission.objects.get(codename="access_admin")

    def let_work_in(self, collection: Collection, user: User) -> None:
        """Let the groups of a user work on the documents of a collection."""
        permissions = Permission.objects.filter(
            content_type__app_label="wagtaildocs",
            codename__in=["add_document", "change_document"],
        )
        GroupCollectionPermission.objects.bulk_create(
            GroupCollectionPermission(
                group=group, collection=collection, permission=permission
            )
            for group in user.groups.all()
            for permission in permissions
        )

    def record(self, **values: Any) -> dict[str, Any]:
        return record(**values)
