"""What a long page has, as links to it."""

from django.test import TestCase

from cms.models import Attachment
from tests.content import main_of, words
from tests.factories import DocumentFactory, NewsPageFactory, StandardPageFactory


def heading(
    text: str, level: str = "2", anchor: str = ""
) -> tuple[str, dict[str, str]]:
    return ("heading", {"text": text, "level": level, "anchor": anchor})


class ContentsTests(TestCase):
    def links(self, page) -> dict[str, str]:
        found = main_of(page.url).find("nav", class_="contents")
        return {words(a): a["href"] for a in found.find_all("a")} if found else {}

    def test_names_the_sections_of_a_long_page(self):
        body = [heading("One"), heading("Part", "3"), heading("Two", anchor="second")]
        page = StandardPageFactory(body=[*body, heading("Three")])

        assert self.links(page) == {"One": "#one", "Two": "#second", "Three": "#three"}

    def test_each_link_leads_to_something(self):
        body = [heading("One"), heading("Two")]
        page = NewsPageFactory(
            body=body, attachments=[Attachment(document=DocumentFactory())]
        )

        main = main_of(page.url)

        targets = [a["href"][1:] for a in main.select(".contents a")]
        assert targets == ["one", "two", "attachments"]
        assert all(main.find(id=target) for target in targets)

    def test_a_short_page_needs_none(self):
        assert (
            self.links(StandardPageFactory(body=[heading("One"), heading("Two")])) == {}
        )
