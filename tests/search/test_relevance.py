"""Questions that people ask, and what must come first: on the demonstration's content.

The figure is the mean reciprocal rank: 1 where the expected answer is always first, 0.5
where it is always second. `pytest -s tests/search/test_relevance.py` prints it.
"""

from dataclasses import dataclass

from django.db import connection

from search.finding import find, hits
from search.index import Question
from search.language import parse
from tests.home.demonstration import DemonstrationTestCase

LEAST = {"postgresql": 0.9, "sqlite": 0.8}
LOWEST_RANK = 3

CERTIFICATE = "National Certificate of Eligibility (COE), OMB 1810-0662"
JULY = "MEP Policy Q&As FY17 v.1 IDR Special Edition (July)"
AUGUST = "MEP Policy Q&As FY17 v.2 IDR Special Edition (August)"
CSPR = "Two Webinars on the CSPR Part II for SY 2016-17"
RESULTS = "MEP CSPR Part II: Results and Changes for SY 2016-17"
CHECK = "CSPR Part II Data Check Sheet"
FORUM = "2017 National ID&R Forum"
FORUM_NEWS = "2017 National ID&R Forum OME Presentations"
QAS = "New MEP Policy Questions and Answers"
LUNA = "The Dennis Luna Story"
GUIDANCE = "Non-Regulatory Guidance: October 2010"
CHAPTERS = "Non-Regulatory Guidance: Chapters Revised in March 2017"
DRAFT = "Non-Regulatory Guidance: Draft of October 23, 2003"
HANDOUT_1 = "2017 National ID&R Forum: Sample Handout 1"
HANDOUT_2 = "2017 National ID&R Forum: Sample Handout 2"
NORMAS = "Nuevas preguntas y respuestas sobre las normas del MEP"


@dataclass(frozen=True)
class Asked:
    """A question, and the titles of which one must come first."""

    text: str
    titles: tuple[str, ...]
    locale: str = "en"


def asks(text: str, *titles: str, locale: str = "en") -> Asked:
    return Asked(text, titles, locale)


QUESTIONS = [
    # Acronyms.
    asks("COE", CERTIFICATE),
    asks("CSPR", CSPR, RESULTS, CHECK),
    asks("MEP Q&As", JULY, AUGUST, QAS),
    asks("ID&R", FORUM, FORUM_NEWS),
    asks("ID&R forum presentations", FORUM_NEWS),
    asks("IDR special edition", JULY, AUGUST),
    asks("OMB 1810-0662", CERTIFICATE),
    # What somebody looks for before a deadline.
    asks("certificate of eligibility", CERTIFICATE),
    asks('"certificate of eligibility"', CERTIFICATE),
    asks("eligibility form", CERTIFICATE),
    asks("new policy questions and answers", QAS),
    asks("policy questions July", JULY, QAS),
    asks("august special edition", AUGUST),
    asks("non-regulatory guidance", CHAPTERS, GUIDANCE),
    asks("guidance 2010", GUIDANCE),
    asks("guidance chapters March 2017", CHAPTERS),
    asks("guidance draft 2003", DRAFT),
    asks("data check sheet", CHECK),
    asks("CSPR results and changes", RESULTS),
    asks("directors meeting 2018", "Annual Directors’ Meeting 2018"),
    asks("directors' meeting 2017", "Annual Directors’ Meeting 2017"),
    asks("legislation", "Legislation"),
    asks("accessibility", "Accessibility"),
    asks("impact 2014-15", "Impact in 2014-15"),
    # What a story, a place or a crop is known by.
    asks("Dennis Luna", LUNA),
    asks("sugar beets", LUNA),
    asks("Fairview Montana", LUNA),
    asks("New Orleans forum", FORUM, FORUM_NEWS),
    # Spanish, with accents and without.
    asks("historia de Dennis Luna", "La historia de Dennis Luna", locale="es"),
    asks("preguntas y respuestas", NORMAS, locale="es"),
    asks("acerca de", "Acerca de", locale="es"),
    asks("cifras educación", "Impacto", "Impacto en 2014-15", "RESULTS", locale="es"),
    asks("cifras educacion", "Impacto", "Impacto en 2014-15", "RESULTS", locale="es"),
    # Four kinds of typing errors: a letter missing, too many, another, and swapped.
    asks("certifcate of eligibility", CERTIFICATE),
    asks("webbinars", "Webinars", CSPR),
    asks("legislasion", "Legislation"),
    asks("Dennis Lnua", LUNA),
    # What only a page of a file says, and the name of a file.
    asks('"color is not the only sign"', HANDOUT_2),
    asks("cobalt heron", AUGUST),
    asks("2017 National ID&R Forum Sample Handout 1.pdf", HANDOUT_1),
]


def rank(asked: Asked) -> int:
    """Return at which place the expected answer stands; 0 where it is not there."""
    found = find(Question(parse(asked.text), asked.locale))
    first = hits(found.question.query, found.part(0, 10), highlighted=False)
    titles = [hit.title for hit in first]
    places = [titles.index(title) + 1 for title in asked.titles if title in titles]
    return min(places, default=0)


class RelevanceTests(DemonstrationTestCase):
    def test_what_is_expected_comes_first(self):
        ranks = {asked.text: rank(asked) for asked in QUESTIONS}

        mean = sum(1 / place for place in ranks.values() if place) / len(ranks)
        low = {text: place for text, place in ranks.items() if place != 1}
        print(f"Mean reciprocal rank on {connection.vendor}: {mean:.3f}; {low}")
        assert len(ranks) == 40
        assert {t: p for t, p in low.items() if not 0 < p <= LOWEST_RANK} == {}
        assert mean >= LEAST[connection.vendor], low
