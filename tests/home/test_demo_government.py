"""What the demonstration shows of a site's duties: policies, contact, glossary."""

from bs4 import BeautifulSoup
from django.utils import timezone

from cms.models import SiteSettings, Term
from cms.models.navigation import Subject
from home.demo.glossary import TERMS
from settings.base import DEMONSTRATION_SECTIONS
from tests.home.demonstration import DemonstrationTestCase

ABBREVIATIONS = {"COE", "MEP", "CSPR", "ID&R", "PFS", "OME", "QAD"}


class PolicyTests(DemonstrationTestCase):
    def test_the_accessibility_statement_says_whom_to_ask_how_and_since_when(self):
        for path, how in (
            ("/accessibility/", "How to comment"),
            ("/es/accesibilidad/", "Cómo comentar"),
        ):
            text = self.text(path)

            assert how in text
            assert "help@example.org" in text
            assert "WCAG" in text
            page = self.json(path)
            assert page["reviewed_on"] == str(timezone.localdate())

    def test_each_policy_is_a_page_of_text(self):
        for path in (
            *("/privacy/", "/website-policies/", "/vulnerability-disclosure/"),
            *("/contact/", "/es/contacto/", "/es/privacidad/"),
        ):
            page = self.json(path)

            assert page["meta"]["type"] == "home.StandardPage"
            assert page["body"]
            assert page["reviewed_on"], path

    def test_the_contact_page_shows_the_contact_of_the_settings(self):
        contact = self.json("/contact/")["contact"]

        assert contact["email"] == "help@example.org"
        assert contact == self.client.get("/api/v2/site/").json()["contact"]

    def test_security_txt_holds_for_the_next_months(self):
        response = self.client.get("/.well-known/security.txt")

        text = response.content.decode()
        assert "Contact: mailto:security@example.org" in text
        assert "/vulnerability-disclosure/" in text
        [settings] = SiteSettings.objects.all()
        assert settings.security_expires_on > timezone.localdate()

    def test_the_identifier_has_a_link_for_each_subject(self):
        for path in ("/", "/es/"):
            page = BeautifulSoup(self.client.get(path).content, "html.parser")

            links = page.select(".usa-identifier__required-link")
            assert len(links) == len(Subject)

    def test_error_pages_name_sections_that_are_there(self):
        for pair in DEMONSTRATION_SECTIONS.split(", "):
            _name, path = pair.split("=")
            assert self.client.get(path).status_code == 200, path


class GlossaryTests(DemonstrationTestCase):
    def test_explains_each_abbreviation_in_both_languages(self):
        assert set(TERMS) == ABBREVIATIONS
        for path in ("/glossary/", "/es/glosario/"):
            entries = self.json(path)["entries"]

            assert {entry["name"] for entry in entries} == ABBREVIATIONS
            assert all(e["expansion"] and e["definition"] for e in entries)
        assert Term.objects.count() == 2 * len(ABBREVIATIONS)

    def test_expands_them_as_the_program_does(self):
        entries = self.json("/glossary/")["entries"]

        assert {entry["name"]: entry["expansion"] for entry in entries} == {
            "COE": "Certificate of Eligibility",
            "CSPR": "Consolidated State Performance Report",
            "ID&R": "Identification and Recruitment",
            "MEP": "Migrant Education Program",
            "OME": "Office of Migrant Education",
            "PFS": "Priority for Services",
            "QAD": "Qualifying Arrival Date",
        }

    def test_pages_in_both_languages_explain_what_they_mark(self):
        for path, names in (
            ("/about/", {"MEP"}),
            ("/news/new-mep-policy-questions-and-answers/", {"OME", "ID&R", "COE"}),
            ("/es/acerca-de/", {"MEP"}),
        ):
            terms = self.json(path)["terms"]

            assert {term["name"] for term in terms} == names, path
