"""What may be made where."""

from django.test import TestCase
from wagtail.models import Page

from cms.models import GlossaryPage
from documents.models import DocumentLibraryPage
from home.models import HomePage, ImpactIndexPage, ImpactPage, StandardPage
from news.models import (
    NewsIndexPage,
    NewsPage,
    StoryIndexPage,
    StoryPage,
    WebinarIndexPage,
    WebinarPage,
)
from tests.factories import (
    HomePageFactory,
)

EXPLANATION = "The form was replaced in July 2017; see Forms."


class TreeTests(TestCase):
    """What an editor may create where."""

    ALLOWED = {
        Page: [HomePage],
        HomePage: [
            GlossaryPage,
            ImpactIndexPage,
            StandardPage,
            NewsIndexPage,
            StoryIndexPage,
            WebinarIndexPage,
            DocumentLibraryPage,
        ],
        ImpactIndexPage: [ImpactPage],
        NewsIndexPage: [NewsPage],
        StoryIndexPage: [StoryPage],
        WebinarIndexPage: [WebinarPage],
        StandardPage: [StandardPage],
    }

    def test_each_type_has_the_children_it_is_made_for_and_no_others(self):
        types = [*self.ALLOWED[HomePage], ImpactPage, NewsPage, StoryPage, WebinarPage]
        for parent in [Page, HomePage, *types]:
            expected = set(self.ALLOWED.get(parent, []))

            possible = set(parent.creatable_subpage_models())

            assert possible == expected, parent

    def test_a_home_page_has_each_section_once(self):
        home = HomePageFactory()
        for model in self.ALLOWED[HomePage]:
            title = model.__name__
            section = model(title=title, slug=title.lower(), live=False)
            home.add_child(instance=section)

        again = {m for m in self.ALLOWED[HomePage] if m.can_create_at(home)}

        assert again == {StandardPage}
