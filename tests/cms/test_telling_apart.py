"""No two pages of which search engines are told the same."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.test import TestCase
from django.utils import timezone

from cms.publishing.clock import catch_up
from tests.content import at, in_spanish, refusals
from tests.factories import NewsPageFactory, StoryPageFactory

DESCRIBED = "What was said at the forum in New Orleans, in slides and handouts."


class LikenessTests(TestCase):
    def published(self, factory=NewsPageFactory, **values):
        """Return a page as the editor has it when it is to be published."""
        page = factory(**values)
        page.must_be_complete = True
        return page

    def test_another_page_of_the_kind_has_the_title(self):
        NewsPageFactory(title="The forum")
        page = self.published(title="The forum", slug="second")

        (message,) = refusals(page)["title"]

        assert message.startswith("“The forum” has the same title")
        assert "title tag" in message

    def test_a_title_tag_of_its_own_is_enough(self):
        NewsPageFactory(title="The forum")
        page = self.published(
            title="The forum", slug="second", seo_title="The forum of 2018"
        )

        assert refusals(page) == {}

    def test_a_title_tag_is_compared_as_well(self):
        NewsPageFactory(title="First", seo_title="The forum")

        assert "title" in refusals(self.published(title="The forum"))
        assert "title" in refusals(self.published(title="B", seo_title="The forum"))
        assert refusals(self.published(title="First", slug="second")) == {}

    def test_another_kind_may_have_it_for_it_stands_in_another_section(self):
        StoryPageFactory(title="The forum")

        assert refusals(self.published(title="The forum")) == {}

    def test_another_page_has_the_description(self):
        StoryPageFactory(title="Her story", search_description=DESCRIBED)
        page = self.published(search_description=f"{DESCRIBED} ")

        (message,) = refusals(page)["search_description"]

        assert message.startswith("“Her story” has the same description")

    def test_drafts_and_other_languages_are_not_compared(self):
        NewsPageFactory(title="The forum", search_description=DESCRIBED, live=False)
        page = self.published(
            title="The forum", slug="second", search_description=DESCRIBED
        )
        in_spanish(page.get_parent().get_parent().specific)
        in_spanish(page.get_parent().specific)
        spanish = in_spanish(page)
        spanish.must_be_complete = True

        assert refusals(page) == refusals(spanish) == {}

    def test_a_page_is_not_compared_with_itself(self):
        page = self.published(title="The forum", search_description=DESCRIBED)

        assert refusals(page) == {}

    def test_it_holds_no_page_back_whose_time_has_come(self):
        page = NewsPageFactory(title="The forum", slug="second", live=False)
        page.go_live_at = timezone.now() + timedelta(hours=1)
        page.save_revision(approved_go_live_at=page.go_live_at)
        NewsPageFactory(title="The forum")

        with at(page.go_live_at):
            catch_up()

        page.refresh_from_db()
        assert page.live


class EditorTests(TestCase):
    def test_publishing_several_at_once_is_asked_too(self):
        NewsPageFactory(title="The forum")
        page = NewsPageFactory(title="The forum", slug="second", live=False)
        page.save_revision()
        self.client.force_login(User.objects.create_superuser("root"))

        answer = self.client.post(
            f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/",
            follow=True,
        )

        page.refresh_from_db()
        assert not page.live
        assert "has the same title" in answer.content.decode()
