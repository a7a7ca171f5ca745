"""Pages that moved are found at their new address, hidden ones are not."""

from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from tests.cms.publishing.log import private_collection
from tests.factories import DocumentFactory, NewsPageFactory, StandardPageFactory


class RedirectTests(TestCase):
    def setUp(self):
        self.section = StandardPageFactory(slug="section")

    def test_a_page_that_moved(self):
        page = StandardPageFactory(slug="page")

        page.move(self.section, pos="last-child")

        self.assertRedirects(
            self.client.get("/page/"), "/section/page/", status_code=301
        )

    def test_a_page_that_was_renamed_and_then_unpublished(self):
        page = StandardPageFactory(slug="page")
        page.slug = "hidden"
        page.save()
        assert self.client.get("/page/")["Location"] == "/hidden/"

        page.unpublish()

        for path in ("/page/", "/hidden/"):
            response = self.client.get(path)
            assert response.status_code == 410
            assert "This is no longer available" in response.content.decode()

    def test_a_page_that_was_renamed_and_then_deleted(self):
        page = StandardPageFactory(slug="page")
        page.slug = "other"
        page.save()

        page.delete()

        assert self.client.get("/page/").status_code == 410
        assert self.client.get("/other/").status_code == 410

    def test_a_page_that_is_private_or_never_was_public(self):
        page = StandardPageFactory(slug="page")
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        page.unpublish()
        StandardPageFactory(slug="draft", live=False)

        for path in ("/page/", "/draft/", "/nothing/", "/%00/"):
            assert self.client.get(path).status_code == 404

    def test_a_page_that_moved_into_a_private_section(self):
        PageViewRestriction.objects.create(page=self.section, restriction_type="login")
        page = StandardPageFactory(slug="page")

        page.move(self.section, pos="last-child")

        assert Redirect.objects.exists()
        assert self.client.get("/page/").status_code == 404

    def test_a_draft_that_moved_leaves_nothing_to_follow(self):
        page = StandardPageFactory(slug="page", live=False)

        with self.captureOnCommitCallbacks(execute=True):
            page.move(self.section, pos="last-child")
        page.save_revision().publish()

        assert not Redirect.objects.exists()
        assert self.client.get("/page/").status_code == 404

    def test_to_a_document_while_it_is_public(self):
        document = DocumentFactory()
        target = document.download_path
        Redirect.objects.create(old_path="/old.pdf", redirect_link=target)
        assert self.client.get("/old.pdf")["Location"] == target

        document.collection = private_collection()
        document.save()

        assert self.client.get("/old.pdf").status_code == 404

    def test_where_no_browser_goes(self):
        found = Redirect.objects.create(old_path="/old", redirect_link="/search/")
        for target in ("http://[", "mailto:a@example.org", "javascript:alert(1)"):
            Redirect.objects.filter(pk=found.pk).update(redirect_link=target)

            assert self.client.get("/old/").status_code == 404

    def test_redirects_of_editors_to_other_places(self):
        NewsPageFactory(slug="item")
        for target in ("https://example.org/nothing/", "/search/?q=x", "/news/item/"):
            Redirect.objects.update_or_create(
                old_path="/old", defaults={"redirect_link": target}
            )

            assert self.client.get("/old/")["Location"] == target

    def test_what_is_no_address_leads_nowhere(self):
        for link in ("http://[", "javascript:alert(1)", "http:/x/", "http:///x/", "?a"):
            Redirect.objects.all().delete()
            Redirect.objects.create(old_path="/old", redirect_link=link)

            assert self.client.get("/old/").status_code == 404, link
            found = self.client.get("/api/v2/pages/find/?html_path=/old/")
            assert found.status_code == 404, link

    def test_to_a_draft_however_its_address_is_written(self):
        StandardPageFactory(slug="draft", live=False)
        for host in ("", "//localhost", "http://LOCALHOST.", "http://a:b@localhost:80"):
            Redirect.objects.all().delete()
            link = f"{host}/draft/"
            Redirect.objects.create(old_path="/old", redirect_link=link)

            assert self.client.get("/old/").status_code == 404, link
            answer = self.client.get("/api/v2/redirects/")
            assert answer.json()["items"] == [], link
