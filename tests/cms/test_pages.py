"""What holds for every page: description, withdrawal, notes."""

from datetime import date, timedelta

from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from cms.models import ChangeNote
from home.models import HomePage
from tests.content import main_of, public_form, refusals, text_at
from tests.factories import (
    NewsPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    TopicFactory,
)

EXPLANATION = "The form was replaced in July 2017; see Forms."


class SearchDescriptionTests(TestCase):
    def test_from_50_to_160_characters_is_published(self):
        page = StandardPageFactory()

        for length, is_refused in ((49, True), (50, False), (160, False), (161, True)):
            page.search_description = "x" * length
            assert ("search_description" in refusals(page)) is is_refused, length

    def test_the_message_says_what_is_allowed_and_what_there_is(self):
        page = StandardPageFactory()
        page.search_description = "  Too short.  "

        (message,) = refusals(page)["search_description"]

        assert "50 to 160 characters" in message
        assert "this one has 10" in message

    def test_a_draft_needs_none(self):
        draft = StandardPageFactory(live=False)
        draft.search_description = ""

        assert refusals(draft) == {}

    def test_another_alphabet_counts_by_characters(self):
        page = StandardPageFactory()
        page.search_description = "ñ" * 160

        assert refusals(page) == {}


class EditorsFormTests(TestCase):
    """The admin's form saves an unfinished draft and publishes nothing unfinished."""

    @classmethod
    def setUpTestData(cls):
        cls.page = StandardPageFactory(title="About", live=False)
        cls.editor = User.objects.create_superuser("chief")

    def post(self, **values):
        self.client.force_login(self.editor)
        form = {"title": "About", "slug": self.page.slug, "comments-TOTAL_FORMS": 0}
        form |= {"body-count": 0, "comments-INITIAL_FORMS": 0, "summary": ""}
        form |= {"change_notes-TOTAL_FORMS": 0, "change_notes-INITIAL_FORMS": 0}
        url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return self.client.post(url, {**form, **values})

    def test_a_draft_is_saved_without_a_description(self):
        response = self.post(title="About us")

        assert response.status_code == 302
        self.page.refresh_from_db()
        assert self.page.get_latest_revision_as_object().title == "About us"

    def test_without_a_description_nothing_is_published(self):
        for action in ("action-publish", "action-submit"):
            response = self.post(**{action: "1"})

            self.assertContains(response, "50 to 160 characters that search engines")
            self.assertContains(response, "this one has 0")
        self.page.refresh_from_db()
        assert not self.page.live

    def test_with_a_description_it_is_published(self):
        response = self.post(
            **{"action-publish": "1", "search_description": "Who we are. " * 6}
        )

        assert response.status_code == 302
        self.page.refresh_from_db()
        assert self.page.live

    def test_a_summary_has_at_most_300_characters_even_in_a_draft(self):
        response = self.post(summary="x" * 301)

        self.assertContains(response, "at most 300 characters")
        assert self.page.get_latest_revision() is None


class WithdrawalTests(TestCase):
    def withdrawn(self, **values):
        page = NewsPageFactory(title="The old form")
        page.withdrawn_on, page.withdrawn_explanation = date(2017, 7, 3), EXPLANATION
        for name, value in values.items():
            setattr(page, name, value)
        return page

    def test_needs_an_explanation(self):
        page = self.withdrawn()
        for nothing in ("", "  \n "):
            page.withdrawn_explanation = nothing

            (message,) = refusals(page)["withdrawn_explanation"]

            assert "why, and where to look instead" in message

    def test_needs_its_day_where_it_is_explained(self):
        page = self.withdrawn(withdrawn_on=None)

        assert "Enter the day" in refusals(page)["withdrawn_on"][0]

    def test_cannot_be_on_a_day_to_come(self):
        today = timezone.localdate()
        page = self.withdrawn(withdrawn_on=today + timedelta(days=1))

        assert "today or an earlier day" in refusals(page)["withdrawn_on"][0]

        page.withdrawn_on = today
        assert refusals(page) == {}

    def test_a_draft_may_still_lack_the_explanation(self):
        page = self.withdrawn(withdrawn_explanation="")
        page.live = False

        assert refusals(page) == {}

    def test_the_page_stays_at_its_address_under_the_notice(self):
        page = self.withdrawn()
        page.save()

        text = text_at(page.url)

        assert "This page was withdrawn on July 3, 2017" in text
        assert EXPLANATION in text
        assert text.index(EXPLANATION) < text.index("The old form", 20)
        assert public_form(page)["withdrawn"] == {
            "withdrawn_on": "2017-07-03",
            "explanation": EXPLANATION,
        }

    def test_it_leaves_lists_and_search_and_comes_back_to_them(self):
        page = self.withdrawn()
        page.save()
        places = ("/news/", "/search/?q=form", "/")

        for path in places:
            assert page.url not in str(main_of(path)), path

        page.withdrawn_on, page.withdrawn_explanation = None, ""
        page.save()

        for path in places:
            assert page.url in str(main_of(path)), path

    def test_a_withdrawn_story_is_not_featured(self):
        story = StoryPageFactory(title="Once told")
        home = HomePage.objects.get()
        home.story_page = story
        home.save()
        assert public_form(home)["story"]["title"] == "Once told"

        story.withdrawn_on, story.withdrawn_explanation = date(2017, 7, 3), EXPLANATION
        story.save()

        assert public_form(home)["story"] is None


class PublicUpdateTests(TestCase):
    def updated_at(self, page):
        return public_form(page)["meta"]["public_updated_at"]

    def test_is_the_first_publication_without_a_note(self):
        page = StandardPageFactory()

        moment = public_form(page)["meta"]["first_published_at"]

        assert self.updated_at(page) == moment

    def test_does_not_move_when_a_typing_error_is_mended(self):
        page = StandardPageFactory()
        before = self.updated_at(page)

        page.summary = "Mended."
        page.save_revision().publish()

        assert self.updated_at(page) == before

    def test_moves_with_a_change_note_to_its_day(self):
        page = StandardPageFactory()
        note = ChangeNote(changed_on=date(2017, 10, 3), note="The link was corrected.")

        page.change_notes.add(note)
        page.save()

        assert self.updated_at(page) == "2017-10-03T04:00:00Z"
        text = text_at(page.url)
        assert "Updated October 3, 2017" in text
        assert "October 3, 2017 : The link was corrected." in text

    def test_is_the_newest_of_several_notes_in_any_order(self):
        page = StandardPageFactory()

        for day in (5, 9, 7):
            note = ChangeNote(changed_on=date(2017, 10, day), note=f"Day {day}")
            page.change_notes.add(note)
        page.save()

        assert self.updated_at(page).startswith("2017-10-09")


class WordsTests(TestCase):
    TITLE = "Children’s “right to move” — Niños, 移民 & <b>más</b> 🌽"

    def test_all_of_unicode_is_kept_and_markup_is_shown_as_written(self):
        page = StandardPageFactory(title=self.TITLE, slug="words")

        assert main_of("/words/").find("h1").get_text() == self.TITLE
        assert public_form(page)["title"] == self.TITLE

    def test_two_pages_of_one_parent_cannot_have_one_slug(self):
        StandardPageFactory(slug="forms")
        other = StandardPageFactory(slug="other")
        other.slug = "forms"

        assert "forms" in refusals(other)["slug"][0]

    def test_the_same_slug_elsewhere_is_another_address(self):
        StandardPageFactory(slug="forms")
        parent = StandardPageFactory(slug="help")

        page = StandardPageFactory(slug="forms", parent=parent)

        assert page.url == "/help/forms/"

    def test_topics_are_named_in_the_public_form(self):
        topic = TopicFactory(name="Eligibility")

        page = StandardPageFactory(topics=[topic])

        (found,) = public_form(page)["topics"]
        assert (found["name"], found["slug"]) == ("Eligibility", "eligibility")
