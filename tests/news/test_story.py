"""Stories: consent, quotation, route."""

import json
import re
from datetime import date

from django.test import TestCase

from cms.publishing.models import Publication
from news.models import Place
from tests.content import main_of, public_form, refusals, text_at, words
from tests.factories import ImageFactory, ProgrammeFactory, StoryPageFactory

QUOTE = "..We need migrant summer programs for students who wish to strive."


class ConsentTests(TestCase):
    def story(self, **values):
        page = StoryPageFactory()
        page.consent_on_file, page.consent_date, page.consent_reason = False, None, ""
        for name, value in values.items():
            setattr(page, name, value)
        return page

    def test_without_consent_or_reason_a_story_is_not_published(self):
        for reason in ("", " \n"):
            page = self.story(slug=f"s{len(reason)}", consent_reason=reason)

            (message,) = refusals(page)["consent_on_file"]

            assert "say below why" in message

    def test_a_reason_stands_for_the_consent(self):
        page = self.story(consent_reason="Taken from her own public speech.")

        assert refusals(page) == {}

    def test_consent_has_its_date(self):
        page = self.story(consent_on_file=True)

        assert "signed" in refusals(page)["consent_date"][0]
        page.consent_date = date(2017, 9, 1)
        assert refusals(page) == {}

    def test_a_draft_waits_for_it(self):
        assert refusals(self.story(live=False)) == {}

    def test_nobody_outside_learns_of_consent_or_age(self):
        reason = "CANARY taken from a speech"
        page = StoryPageFactory(
            was_minor=True,
            consent_on_file=True,
            consent_date=date(1987, 6, 5),
            consent_reason=reason,
        )

        row = Publication.objects.get(resource="pages", object_id=page.pk)
        everything = " ".join(
            [row.card, row.body, row.search_text, self.client.get(page.url).text]
        )

        for secret in ("CANARY", "consent", "minor"):
            assert secret not in everything
        # As a number of its own: the fractions of a second may have these digits.
        assert re.search(r"\b1987\b", everything) is None


class QuoteTests(TestCase):
    def test_marks_are_not_entered(self):
        page = StoryPageFactory()
        for opening, closing in ('""', "“”", "«»", "„“", "''", "‘’"):
            page.quote = f"{opening}{QUOTE}{closing}"

            (message,) = refusals(page)["quote"]

            assert "the page adds them" in message

    def test_an_apostrophe_at_the_end_is_none(self):
        page = StoryPageFactory()
        page.quote = "These years were the workers’"

        assert refusals(page) == {}

    def test_the_page_adds_them_once_and_json_has_the_words_only(self):
        page = StoryPageFactory(quote=QUOTE)

        assert public_form(page)["quote"] == QUOTE
        assert main_of(page.url).find("blockquote").get_text() == f"“{QUOTE}”"

    def test_is_the_persons_unless_somebody_else_is_named(self):
        own = StoryPageFactory(person="Dennis Luna", quote=QUOTE)
        other = StoryPageFactory(quote=QUOTE, attribution="Her teacher")

        assert words(main_of(own.url).find("figcaption")) == "— Dennis Luna"
        assert words(main_of(other.url).find("figcaption")) == "— Her teacher"
        assert public_form(other)["attribution"] == "Her teacher"

    def test_without_a_quote_there_are_no_empty_marks(self):
        page = StoryPageFactory(quote="")

        assert "“”" not in text_at(page.url)
        assert main_of(page.url).find("blockquote") is None
        assert main_of("/stories/").find("blockquote") is None


class RouteTests(TestCase):
    PLACES = (("Brownfield", "TX", "sending"), ("Fairview", "MT", "receiving"))

    def test_places_come_in_the_order_of_travel_with_their_roles(self):
        places = [
            Place(name=name, state=state, role=role, sort_order=order)
            for order, (name, state, role) in enumerate(self.PLACES)
        ]
        page = StoryPageFactory(places=places)

        found = public_form(page)["places"]

        assert [(p["name"], p["state"], p["role"]) for p in found] == [*self.PLACES]
        stops = [
            words(li)
            for li in main_of(page.url).find("ol", class_="route").find_all("li")
        ]
        assert stops == ["Brownfield, TX Sending", "Fairview, MT Receiving"]

    def test_order_is_what_counts_and_not_when_it_was_entered(self):
        page = StoryPageFactory()
        for name, order in (("Last", 3), ("First", 1), ("Middle", 2)):
            page.places.add(Place(name=name, state="TX", sort_order=order))
        page.save()

        names = [place["name"] for place in public_form(page)["places"]]

        assert names == ["First", "Middle", "Last"]


class FactsTests(TestCase):
    def test_all_facts_stand_on_the_page_and_in_json(self):
        page = StoryPageFactory(
            work="thinning sugar beets",
            school="Johnny G. Economedes High School",
            graduation_year=2011,
            programmes=[ProgrammeFactory(name="Montana MEP")],
        )

        text, answer = text_at(page.url), public_form(page)

        for fact in ("thinning sugar beets", "Economedes", "2011", "Montana MEP"):
            assert fact in text
            assert fact in json.dumps(answer)

    def test_graduation_cannot_be_before_the_program_began(self):
        page = StoryPageFactory()
        page.graduation_year = 1965

        assert "graduation_year" in refusals(page)

    def test_a_portrait_is_described_and_credited(self):
        page = StoryPageFactory()
        page.portrait = ImageFactory(description="", credit="Photo: Ana Ruiz")
        assert "Describe the portrait" in refusals(page)["portrait_alt"][0]

        page.portrait_alt = "A young man smiles"
        page.save()

        portrait = public_form(page)["portrait"]
        assert portrait["alt"] == "A young man smiles"
        assert portrait["credit"] == "Photo: Ana Ruiz"
        assert "Photo: Ana Ruiz" in text_at(page.url)
