"""What becomes private leaves the log at once, and comes back."""

from django.contrib.auth.models import Group
from django.test import TestCase
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
)

from cms.publishing import audit
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)

from .log import is_live, page_row, private_collection, restrict, row


class PrivacyTests(TestCase):
    def test_a_restriction_takes_the_whole_section_out_and_back(self):
        index = NewsIndexPageFactory()
        page = NewsPageFactory(parent=index)

        restriction = restrict(index)
        assert page_row(page).reason == page_row(index).reason == "restricted"

        restriction.delete()
        assert is_live("pages", page)
        assert is_live("pages", index)

    def test_the_home_page_takes_what_stands_around_it_out_and_back(self):
        home = HomePageFactory()

        restriction = restrict(home)
        assert row("site", home.pk).reason == "restricted"

        restriction.delete()
        assert is_live("site", home)
        assert list(audit.check()) == []

    def test_moved_into_a_private_section(self):
        private = StandardPageFactory(title="Private")
        restrict(private, restriction_type="password", password="secret")
        page = StandardPageFactory(title="Open")

        page.move(private, pos="last-child")

        assert page_row(page).reason == "restricted"

    def test_groups_are_a_restriction_too(self):
        page = NewsPageFactory()

        restrict(page, restriction_type="groups").groups.add(
            Group.objects.get(name="Editors")
        )

        assert page_row(page).reason == "restricted"

    def test_files_in_a_collection_that_becomes_private(self):
        parent = Collection.get_first_root_node().add_child(name="Parent")
        child = parent.add_child(name="Child")
        document = DocumentFactory(collection=child)
        image = ImageFactory(collection=child)

        restriction = CollectionViewRestriction.objects.create(
            collection=parent, restriction_type="login"
        )
        assert row("documents", document.pk).reason == "restricted"
        assert row("images", image.pk).reason == "restricted"

        restriction.delete()
        assert is_live("documents", document)
        assert is_live("images", image)

    def test_a_collection_moved_below_a_private_one(self):
        open_collection = Collection.get_first_root_node().add_child(name="Open")
        document = DocumentFactory(collection=open_collection)

        open_collection.move(private_collection(), "sorted-child")

        assert row("documents", document.pk).reason == "restricted"

    def test_a_file_moved_to_a_private_collection(self):
        image = ImageFactory()

        image.collection = private_collection()
        image.save()

        assert row("images", image.pk).reason == "restricted"
