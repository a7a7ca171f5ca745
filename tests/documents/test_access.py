"""Who gets what is not for everybody."""

from django.contrib.auth.models import Group
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories import (
    PDF,
    DocumentFactory,
)

from .cases import DocumentTestCase, body_of


class PrivateCollectionTests(DocumentTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        root = Collection.get_first_root_node()
        cls.private = root.add_child(name="Private")
        cls.child = cls.private.add_child(name="Child of private")
        cls.group = Group.objects.create(name="Members")

    def restrict(self, kind: str) -> CollectionViewRestriction:
        return CollectionViewRestriction.objects.create(
            collection=self.private, restriction_type=kind, password="open sesame"
        )

    def addresses(self) -> list[str]:
        """Return every address of a document in the collection and in its child."""
        documents = [
            DocumentFactory(collection=collection)
            for collection in (self.private, self.child)
        ]
        return [
            path
            for document in documents
            for path in (document.path, document.download_path, document.url)
        ]

    def test_answers_anonymous_visitors_as_if_there_was_nothing(self):
        for kind in ("login", "groups", "password"):
            restriction = self.restrict(kind)
            for path in self.addresses():
                response = self.get(path)
                assert response.status_code == 404, (kind, path)
            restriction.delete()

    def test_lets_those_in_who_have_signed_in(self):
        self.restrict("login")
        document = DocumentFactory(collection=self.child)

        self.client.force_login(self.member)

        assert self.get(document.path).status_code == 200
        response = self.get(document.download_path)
        assert body_of(response) == PDF
        assert response["Cache-Control"] == "private, no-store"

    def test_lets_the_groups_in_that_are_named(self):
        self.restrict("groups").groups.add(self.group)
        document = DocumentFactory(collection=self.child)
        self.client.force_login(self.member)
        assert self.get(document.download_path).status_code == 404

        self.member.groups.add(self.group)

        assert self.get(document.download_path).status_code == 200

    def test_lets_those_in_who_gave_the_password(self):
        restriction = self.restrict("password")
        document = DocumentFactory(collection=self.child)

        self.client.post(
            f"/documents/file/authenticate_with_password/{restriction.pk}/",
            {"password": "open sesame", "return_url": document.path},
        )

        assert self.get(document.path).status_code == 200
        assert self.get(document.download_path).status_code == 200

    def test_does_not_show_an_unreleased_document_to_those_let_in(self):
        self.restrict("login")
        document = DocumentFactory(collection=self.private, released_at=None)

        self.client.force_login(self.member)

        assert self.get(document.path).status_code == 404
        assert self.get(document.download_path).status_code == 404
