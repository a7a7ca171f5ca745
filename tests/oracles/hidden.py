"""Changes of what nobody may see: `@hidden` enters one into the table.

Each draws what it needs, so that the same change is made in many ways.
"""

from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from typing import Any

from django.contrib.auth.models import Group, User
from django.utils import timezone
from hypothesis import strategies as st
from wagtail.models import Comment, ModelLogEntry, PageViewRestriction

from cms.models import Attachment, ChangeNote, RelatedPage
from tests import factories
from tests.freshness.world import World

from .world import NIGHT

Draw = Callable[[st.SearchStrategy[Any]], Any]
Change = Callable[[World, Draw], None]
HIDDEN: dict[str, Change] = {}
MODULES = ("hidden_files", "hidden_redirects", "hidden_snippets")

# What is searched for, too: see questions.py.
WORDS = ("otter", "heron", "lynx")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
TODAY = timezone.localdate(NIGHT)
# Today and tomorrow often: what ends with this day ends in a few seconds.
DAYS = (st.integers(0, 1) | st.integers(-400, 400)).map(
    lambda days: TODAY + timedelta(days=days)
)


def moments(least: int) -> st.SearchStrategy[Any]:
    """Return moments to come, half of them within the next minutes."""
    seconds = st.integers(least, 300) | st.integers(300, 10**7)
    return seconds.map(lambda number: NIGHT + timedelta(seconds=number))


MOMENTS = moments(1)
# Of what everybody will see: the age of answers ends where it is known to come.
LATER_MOMENTS = moments(61)
DRAFTS = ("draft_news", "draft_webinar", "draft_year", "gone", "vault")
UNSEEN_DRAFTS = tuple(name for name in DRAFTS if name != "gone")
PRIVATE = (
    *("private_page", "private_news", "private_story", "private_webinar"),
    *("private_year", "private_section"),
)
PUBLIC = ("home", "about", "item", "hub", "story", "webinar", "year", "acerca")


def all_hidden() -> dict[str, Change]:
    for module in MODULES:
        import_module(f"{__package__}.{module}")
    return HIDDEN


def hidden(change: Change) -> Change:
    HIDDEN[change.__name__] = change  # type: ignore[attr-defined]
    return change


def one_of(world: World, draw: Draw, names: tuple[str, ...]) -> Any:
    return getattr(world, draw(st.sampled_from(names)))


def write_on(page: Any, draw: Draw) -> None:
    """Fill in what every page has."""
    page.title, page.summary, page.seo_title = (draw(texts) for _ in range(3))
    page.search_description = f"{draw(texts)}: {'words ' * 8}for those who search."
    if hasattr(page, "lead"):
        page.lead = draw(texts)
    if hasattr(page, "body"):
        page.body = [("rich_text", f"<p>{draw(texts)}</p>")]
    page.change_notes.add(ChangeNote(changed_on=draw(DAYS), note=draw(texts)))


# --- Public pages: what of them is for editors ------------------------------------


@hidden
def the_consent_to_a_story(world: World, draw: Draw) -> None:
    story = world.story
    story.consent_on_file, story.was_minor = draw(st.booleans()), draw(st.booleans())
    story.consent_date, story.consent_reason = draw(DAYS), draw(texts)
    story.save()


@hidden
def who_owns_and_locks_a_page(world: World, draw: Draw) -> None:
    page = one_of(world, draw, PUBLIC)
    page.owner = page.locked_by = world.editor
    page.locked = True
    page.save()


@hidden
def when_a_page_is_due_for_review(world: World, draw: Draw) -> None:
    page = one_of(world, draw, PUBLIC)
    page.review_due_on = draw(DAYS)
    page.save()


@hidden
def the_draft_of_a_public_page(world: World, draw: Draw) -> None:
    page = one_of(world, draw, PUBLIC)
    write_on(page, draw)
    # Not one that a draft may have: two pages beside each other have different ones.
    page.slug = f"later-{draw(st.sampled_from(WORDS))}"
    page.topics.add(world.hidden_topic)
    page.save_revision()


@hidden
def a_draft_that_waits_for_its_time(world: World, draw: Draw) -> None:
    page = world.archive
    write_on(page, draw)
    page.go_live_at = draw(LATER_MOMENTS)
    page.save_revision().publish()


@hidden
def comments_on_a_page(world: World, draw: Draw) -> None:
    values = {"user": world.editor, "contentpath": "title", "position": ""}
    page = one_of(world, draw, (*PUBLIC, *DRAFTS))
    Comment.objects.create(page=page.page_ptr, text=draw(texts), **values)


@hidden
def the_moderation_of_a_page(world: World, draw: Draw) -> None:
    page = one_of(world, draw, ("item", "brief", "draft_news", "private_news"))
    page.title = draw(texts)
    page.save_revision()
    workflow = page.get_workflow()
    assert workflow is not None, "no moderation, nothing to see"
    workflow.start(page, world.editor)


@hidden
def what_an_alert_will_say(world: World, draw: Draw) -> None:
    settings = world.settings
    settings.alert_heading, settings.alert_text = draw(texts), draw(texts)
    settings.save()


# --- Drafts -----------------------------------------------------------------------


@hidden
def a_draft(world: World, draw: Draw) -> None:
    page = one_of(world, draw, DRAFTS)
    write_on(page, draw)
    page.slug = draw(st.sampled_from(WORDS))
    page.expire_at = draw(st.none() | MOMENTS)
    page.topics.add(world.topic, world.hidden_topic)
    page.save()


@hidden
def a_draft_that_is_new(world: World, draw: Draw) -> None:
    page = factories.NewsPageFactory(
        title=draw(texts),
        parent=world.news,
        live=False,
        published_on=draw(DAYS),
        pinned_until=draw(st.none() | DAYS),
        attachments=[Attachment(document=world.report)],
        related_pages=[RelatedPage(related=world.webinar)],
    )
    page.save_revision()


@hidden
def a_draft_deleted(world: World, draw: Draw) -> None:
    """Not one that was public: of that, its end is told."""
    one_of(world, draw, UNSEEN_DRAFTS).delete()


@hidden
def a_draft_moved(world: World, draw: Draw) -> None:
    places = ("about", "archive", "private_section")
    world.vault.move(one_of(world, draw, places), pos="last-child")


@hidden
def a_draft_restricted(world: World, draw: Draw) -> None:
    page = one_of(world, draw, UNSEEN_DRAFTS)
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")


# --- Private pages ----------------------------------------------------------------


@hidden
def a_private_page(world: World, draw: Draw) -> None:
    page = one_of(world, draw, PRIVATE)
    write_on(page, draw)
    # Where it is, visitors are sent to sign in.
    page.slug = f"secret-{draw(st.sampled_from(WORDS))}"
    page.topics.add(world.topic)
    page.expire_at = draw(st.none() | MOMENTS)
    page.save_revision().publish()


@hidden
def a_private_news_item_in_the_latest(world: World, draw: Draw) -> None:
    page = world.private_news
    page.published_on = draw(DAYS)
    page.pinned_until = draw(st.none() | DAYS)
    if page.pinned_until is None:
        page.leaves_latest_on = draw(st.none() | DAYS)
    page.save()


@hidden
def a_private_event(world: World, draw: Draw) -> None:
    page = world.private_webinar
    page.starts_at = draw(MOMENTS)
    page.ends_at = page.starts_at + timedelta(hours=1)
    page.registration_url = f"https://example.org/{draw(st.sampled_from(WORDS))}"
    page.save()


@hidden
def a_private_page_that_is_new(world: World, draw: Draw) -> None:
    factories.StandardPageFactory(
        title=draw(texts), parent=world.private_section, topics=[world.topic]
    )


@hidden
def a_private_page_unpublished(world: World, draw: Draw) -> None:
    one_of(world, draw, PRIVATE).unpublish()


@hidden
def a_private_page_deleted(world: World, draw: Draw) -> None:
    one_of(world, draw, PRIVATE).delete()


@hidden
def who_may_see_a_private_page(world: World, draw: Draw) -> None:
    page = one_of(world, draw, ("private_section", "private_news"))
    restriction = page.view_restrictions.get()
    restriction.restriction_type = draw(st.sampled_from(["groups", "password"]))
    restriction.password = draw(texts)
    restriction.save()
    restriction.groups.add(world.group)


# --- People -----------------------------------------------------------------------


@hidden
def people(world: World, draw: Draw) -> None:
    user = User.objects.create_user(f"new {draw(texts)}", "", "secret")
    user.groups.add(world.group)
    Group.objects.create(name=f"New {draw(texts)}")
    ModelLogEntry.objects.log_action(world.topic, "wagtail.edit", user=user)
