"""What the public gets of the text that an editor has written."""

from django.test import TestCase

from cms.publishing.render import Renderer
from cms.publishing.rich_text import public_html, tree_of
from tests.factories import DocumentFactory, StandardPageFactory

from .log import restrict


class LinkTests(TestCase):
    def html(self, source: str) -> str:
        return public_html(source, Renderer("en"))

    def test_a_link_to_a_page_says_what_it_leads_to(self):
        page = StandardPageFactory(slug="about")

        html = self.html(f'<p><a linktype="page" id="{page.pk}">us</a></p>')

        assert html == (
            f'<p><a href="/about/" data-type="home.StandardPage" data-id="{page.pk}">'
            "us</a></p>"
        )
        (link,) = tree_of(html)[0]["content"]
        assert link["href"] == "/about/"
        assert link["to"] == {
            "type": "home.StandardPage",
            "id": page.pk,
            "path": "/about/",
            "live": True,
        }

    def test_a_link_to_a_document_leads_to_its_landing_page(self):
        document = DocumentFactory(title="The guide")

        html = self.html(f'<a linktype="document" id="{document.pk}">x</a>')

        (link,) = tree_of(html)[0]["content"]
        assert link["href"] == link["to"]["path"] == document.path
        assert link["to"]["type"] == "documents.CustomDocument"
        assert link["to"]["id"] == document.pk

    def test_a_link_elsewhere_leads_to_nothing_of_ours(self):
        html = self.html('<p><a href="https://example.org/?a=1&amp;b=%22">x</a></p>')

        (link,) = tree_of(html)[0]["content"]
        assert (link["href"], link["to"]) == ("https://example.org/?a=1&b=%22", None)

    def test_an_address_elsewhere_cannot_say_that_it_is_ours(self):
        html = self.html('<p><a href="/x/" data-id="1" data-type="a.B">x</a></p>')

        assert html == '<p><a href="/x/">x</a></p>'

    def test_what_leads_nowhere_is_plain_text(self):
        draft = StandardPageFactory(live=False)
        private = StandardPageFactory()
        restrict(private)
        for attributes in (
            f'linktype="page" id="{draft.pk}"',
            f'linktype="page" id="{private.pk}"',
            'linktype="page" id="999999"',
            'linktype="page" id="abc"',
            f'linktype="page" id="{9**40}"',
            'linktype="page"',
            'linktype="document" id="999999"',
            'href="javascript:alert(1)"',
            'href=""',
            "href",
            "",
        ):
            assert self.html(f"<p>a <a {attributes}>b</a></p>") == "<p>a b</p>"

    def test_other_attributes_and_elements_are_dropped(self):
        html = self.html(
            '<p data-block-key="a1" onclick="x()">'
            '<a href="https://example.org/" onclick="x()">a</a>'
            '<embed embedtype="image" id="1" alt="x" format="left"/>'
            "<script>alert(1)</script><img src=x onerror=alert(1)></p>"
        )

        assert html == '<p><a href="https://example.org/">a</a></p>'

    def test_all_of_unicode_and_entities_stay(self):
        text = "<p>Montana’s Q&amp;As &lt;b&gt; 🌱 a\N{NO-BREAK SPACE}b</p>"

        assert self.html(text) == text
