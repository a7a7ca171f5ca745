"""The glossary: abbreviations of the program in plain words."""

import re
from dataclasses import dataclass

from cms.models import GlossaryPage, Term
from home.models import HomePage

from .placing import place_page

# Name; what it stands for, and what it means.
TERMS = {
    "COE": (
        "Certificate of Eligibility",
        "The form on which a recruiter writes down why a child is eligible.",
    ),
    "CSPR": (
        "Consolidated State Performance Report",
        "The report in which a state says what its education programs have done"
        " in a school year.",
    ),
    "ID&R": (
        "Identification and Recruitment",
        "Finding the children who may be eligible, and recording that they are.",
    ),
    "MEP": (
        "Migrant Education Program",
        "The program that helps the children of migrant farm workers and fishers to do"
        " well at school and to graduate.",
    ),
    "OME": (
        "Office of Migrant Education",
        "The office that answers questions about the rules of the program.",
    ),
    "PFS": (
        "Priority for Services",
        "Said of migrant children who are served before others.",
    ),
    "QAD": (
        "Qualifying Arrival Date",
        "The day on which the move that makes a child eligible was complete.",
    ),
}


@dataclass(frozen=True)
class Glossary:
    """The terms by their names, and the page that explains them, in English."""

    page: GlossaryPage
    terms: dict[str, Term]

    def mark(self, html: str) -> str:
        """Return a text in which each term is marked where it is first written."""
        for name, term in self.terms.items():
            written = re.escape(name.replace("&", "&amp;"))
            marked = rf'<a linktype="term" id="{term.pk}">\g<0></a>'
            # Not within a link.
            html = re.sub(rf"\b{written}\b(?![^<]*</a>)", marked, html, count=1)
        return html


def place_glossary(home: HomePage) -> Glossary:
    terms = {
        name: Term.objects.create(
            name=name, expansion=expansion, definition=definition, locale=home.locale
        )
        for name, (expansion, definition) in TERMS.items()
    }
    page = place_page(
        home,
        GlossaryPage(
            title="Glossary",
            slug="glossary",
            introduction="<p>Abbreviations that you will meet on this site, in plain"
            " words. Where a text marks one, point at it or tap it to read the same."
            "</p>",
            summary="Abbreviations of migrant education in plain words.",
            search_description="What COE, MEP, CSPR, ID&R, PFS, OME, and QAD stand for,"
            " and what they mean in plain words.",
        ),
    )
    return Glossary(page, terms)
