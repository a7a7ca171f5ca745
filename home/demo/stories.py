"""The Dennis Luna Story: the facts of the customer's page, and nothing beside them."""

from cms.models import CustomImage
from home.models import HomePage
from news.models import Place, StoryIndexPage, StoryPage

from .blocks import heading, rich_text
from .placing import place_page
from .snippets import Snippets

# Exact: the words alone, the page adds the marks.
QUOTE = (
    "We need migrant summer programs for migrant students who want a better future for"
    " themselves and who wish to strive for excellence."
)

FAMILY = (
    "<p>Every year the Luna family moved from Brownfield, Texas, to Fairview, Montana,"
    " where they hoed and thinned sugar beet fields. Dennis is the eighth of ten"
    " children. In 2011 he became the first in the family to graduate from high"
    " school.</p>"
)
GRADUATION = (
    "<p>Dennis graduated from Johnny G. Economedes High School. He met the advanced"
    " graduation requirements of Texas for the Distinguished Achievement High School"
    " Program.</p>"
)
COORDINATION = (
    "<p>What made it possible was that two states coordinated their services:"
    " Montana’s Migrant Education Program in Sidney School District and The University"
    " of Texas (UT) Migrant Student Graduation Enhancement Program in Austin.</p>"
)

NO_CONSENT = (
    "The customer’s own home page published this story; the demonstration repeats its"
    " facts and shows no picture of the person. No consent form was supplied."
)


def place_stories(
    home: HomePage, snippets: Snippets, portrait: CustomImage
) -> tuple[StoryIndexPage, StoryPage]:
    index = place_page(
        home,
        StoryIndexPage(
            title="Stories",
            slug="stories",
            introduction="<p>Students tell what they reached, and which programs in"
            " which states helped them on the way.</p>",
            summary="Students of the Migrant Education Program and the ways they went.",
            search_description="Stories of migrant students: where they moved, which"
            " programs helped them, and what they achieved.",
        ),
    )
    return index, place_dennis_luna(index, snippets, portrait)


def place_dennis_luna(
    index: StoryIndexPage, snippets: Snippets, portrait: CustomImage
) -> StoryPage:
    return place_page(
        index,
        StoryPage(
            title="The Dennis Luna Story",
            slug="the-dennis-luna-story",
            person="Dennis Luna",
            lead="The Luna family moved each year from Brownfield, Texas, to Fairview,"
            " Montana, to work in sugar beet fields. Dennis, the eighth of ten"
            " children, was the first in the family to graduate from high school, in"
            " 2011: two states had worked together.",
            quote=QUOTE,
            attribution="Dennis Luna",
            portrait=portrait,
            places=[
                Place(name="Brownfield", state="TX", role="sending", sort_order=0),
                Place(name="Fairview", state="MT", role="receiving", sort_order=1),
            ],
            work="Hoeing and thinning sugar beet fields",
            school="Johnny G. Economedes High School",
            graduation_year=2011,
            programmes=[snippets.montana, snippets.texas],
            body=[
                heading("A family of ten children"),
                rich_text(FAMILY),
                heading("First to graduate"),
                rich_text(GRADUATION),
                heading("Two states, one student"),
                rich_text(COORDINATION),
            ],
            summary="How the programs of Texas and Montana together helped Dennis Luna"
            " to become the first high school graduate of his family.",
            search_description="Dennis Luna moved between Texas and Montana each year"
            " and was the first in his family to finish high school.",
            topics=[snippets.graduation, snippets.coordination],
            consent_reason=NO_CONSENT,
        ),
    )
