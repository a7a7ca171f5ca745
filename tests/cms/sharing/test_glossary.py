"""What search engines are told of the glossary."""

from django.test import TestCase

from tests.cms.sharing.head import head_of
from tests.factories import GlossaryPageFactory, TermFactory


class GlossaryTests(TestCase):
    def setUp(self) -> None:
        self.page = GlossaryPageFactory(title="Glossary")

    def test_each_term_stands_in_the_set_at_its_place(self):
        TermFactory(
            name="COE",
            expansion="Certificate of Eligibility",
            definition="The form of a recruiter.",
        )
        TermFactory(name="Intersession", expansion="", definition="Between two terms.")

        head = head_of(self.page.url)

        terms = head.thing("DefinedTermSet")
        address = f"http://localhost{self.page.url}"
        assert head.thing("WebPage")["mainEntity"] == {"@id": terms["@id"]}
        assert (terms["name"], terms["inLanguage"]) == ("Glossary", "en")
        assert terms["hasDefinedTerm"] == [
            {
                "@type": "DefinedTerm",
                "@id": f"{address}#coe",
                "url": f"{address}#coe",
                "name": "COE",
                "alternateName": "Certificate of Eligibility",
                "description": "The form of a recruiter.",
                "inDefinedTermSet": {"@id": terms["@id"]},
            },
            {
                "@type": "DefinedTerm",
                "@id": f"{address}#intersession",
                "url": f"{address}#intersession",
                "name": "Intersession",
                "description": "Between two terms.",
                "inDefinedTermSet": {"@id": terms["@id"]},
            },
        ]
        for each in terms["hasDefinedTerm"]:
            place = each["url"].rpartition("#")[2]
            assert f'id="{place}"' in self.client.get(self.page.url).text

    def test_a_glossary_without_terms_is_an_empty_set(self):
        assert "hasDefinedTerm" not in head_of(self.page.url).thing("DefinedTermSet")
