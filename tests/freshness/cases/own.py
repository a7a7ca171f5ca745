"""What things say of themselves: every field that an editor fills in."""

from datetime import date

from cms.models import Attachment, ChangeNote
from news.models import Place, Presenter
from tests.freshness.world import DAY, NOW, World

from . import case, edit


@case(
    "quiet_page",
    shows="PageCard.summary PageMeta.seo_title PageMeta.search_description"
    " PageMeta.show_in_menus PageDetail.reviewed_on PageCard.meta",
)
def what_every_page_says(world: World) -> None:
    edit(
        world.quiet_page,
        summary="What it is about.",
        seo_title="For search engines",
        search_description="Other words for search engines, at least fifty of them.",
        show_in_menus=True,
        reviewed_on=date(2030, 4, 1),
    )


@case(
    "item home",
    same="home",
    shows="PageDetail.change_notes ChangeNote.changed_on ChangeNote.note"
    " PageMeta.public_updated_at",
)
def a_change_note(world: World) -> None:
    page = world.item
    page.change_notes = [ChangeNote(changed_on=date(2030, 5, 12), note="Mended again")]
    edit(page)


WITHDRAWAL = {
    "withdrawn_on": date(2030, 5, 14),
    "withdrawn_explanation": "It was replaced.",
}


@case("item home", html="news", shows="PageDetail.withdrawn HomeDetail.updates")
def a_news_item_withdrawn(world: World) -> None:
    edit(world.item, **WITHDRAWAL)


@case(
    "item",
    shows="WithdrawnNotice.withdrawn_on WithdrawnNotice.explanation",
    before=a_news_item_withdrawn,
)
def why_a_news_item_was_withdrawn(world: World) -> None:
    values = {"withdrawn_on": date(2030, 5, 13), "withdrawn_explanation": "Wrong."}
    edit(world.item, **values)


@case(
    "item home",
    html="news",
    shows="NewsCard.published_on NewsCard.category NewsCard.category_label"
    " NewsCard.lead NewsDetail.image_caption NewsCard.image NewsDetail.body"
    " PageMeta.date",
)
def a_news_item(world: World) -> None:
    edit(
        world.item,
        published_on=date(2030, 5, 9),
        category="data",
        lead="Other words in lists.",
        image=world.banner,
        image_caption="What it shows",
        body=[("rich_text", "<p>Text</p>")],
    )


@case("item home", same="home", shows="NewsCard.image ImageLink.alt")
def the_words_for_an_image_in_one_place(world: World) -> None:
    edit(world.item, image_alt="What it shows here")


@case(
    "story home",
    html="stories",
    shows="StoryCard.person StoryCard.lead StoryCard.quote StoryCard.attribution"
    " StoryCard.portrait StoryDetail.work StoryDetail.school StoryDetail.body"
    " StoryDetail.graduation_year HomeDetail.story",
)
def a_story(world: World) -> None:
    edit(
        world.story,
        person="Bea Example",
        lead="Other words in lists.",
        quote="We all made it",
        attribution="Her teacher",
        portrait=world.picture,
        work="hoeing beets",
        school="Sidney High School",
        graduation_year=2029,
        body=[("rich_text", "<p>Text</p>")],
    )


@case(
    "story home",
    same="home",
    shows="StoryCard.places Place.name Place.state Place.role Place.role_label",
)
def the_route_of_a_story(world: World) -> None:
    page = world.story
    page.places = [Place(name="Fairview", state="MT", role="receiving")]
    edit(page)


@case()
def the_consent_to_a_story(world: World) -> None:
    """No reader sees it: the story is as it was, for it is saved and not published."""
    page = world.story
    page.consent_on_file, page.consent_reason = False, "From a public speech."
    page.was_minor = True
    page.save()


@case(
    "webinar home",
    html="webinars",
    shows="WebinarCard.kind WebinarCard.kind_label WebinarCard.starts_at"
    " WebinarCard.ends_at WebinarCard.time_zone WebinarCard.time_zone_label"
    " WebinarCard.virtual WebinarCard.place Registration.url Registration.closes_at"
    " WebinarDetail.agenda",
)
def when_and_where_an_event_is(world: World) -> None:
    edit(
        world.webinar,
        kind="forum",
        starts_at=NOW + 3 * DAY,
        ends_at=NOW + 4 * DAY,
        time_zone="America/Denver",
        virtual=False,
        place="Austin, Texas",
        registration_url="https://example.org/other",
        registration_closes_at=NOW + 2 * DAY,
        agenda=[("rich_text", "<p>First this, then that.</p>")],
    )


@case(
    "webinar home report slides transcript",
    same="home",
    shows="WebinarDetail.presenters Presenter.name Presenter.role"
    " Presenter.organisation WebinarDetail.slides WebinarDetail.recording"
    " Recording.url Recording.captions Recording.transcript",
)
def what_an_event_offers(world: World) -> None:
    page = world.webinar
    page.presenters = [
        Presenter(name="Bea Example", role="Director", organisation="Office")
    ]
    page.attachments = [Attachment(document=world.report)]
    recording = {"recording_url": "https://example.org/other", "transcript": None}
    edit(page, recording_has_captions=True, **recording)


@case(
    "webinar home",
    html="webinars",
    shows="WebinarDetail.cancelled_reason WebinarCard.state WebinarCard.registration",
)
def an_event_canceled(world: World) -> None:
    edit(world.webinar, cancelled=True, cancelled_reason="The speaker is ill.")


@case("glossary", shows="GlossaryDetail.introduction")
def the_introduction_of_the_glossary(world: World) -> None:
    edit(world.glossary, introduction="<p>Words and what they mean.</p>")
