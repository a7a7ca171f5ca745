"""News, stories and events in feeds, each in its language."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import gettext_lazy as _

from cms import dates
from cms.feeds import Channel, Entry
from cms.publishing.content import only_page
from cms.publishing.models import NEVER, Publication, PublicationQuerySet, Resource
from cms.publishing.schemas import PageDetail
from cms.templatetags.dates import event_time

from .api import NewsDetail, StoryDetail, WebinarDetail


def rows_of(type_name: str) -> Callable[[str], PublicationQuerySet]:
    pages = Publication.objects.listed().of(Resource.PAGES).filter(type=type_name)
    return lambda language: pages.filter(locale=language)


def path_of(type_name: str) -> Callable[[str], str]:
    """Return what finds the path of the section of a type, home where there is none."""

    def path(language: str) -> str:
        section = only_page(type_name, language)
        return section.meta.path if section else "/"

    return path


def entry_of(
    page: PageDetail,
    summary: str,
    facts: Iterable[str],
    published_at: datetime | None,
    *categories: str,
) -> Entry:
    meta = page.meta
    moment = published_at or NEVER
    return Entry(
        # Of its number alone: it stays when title and address change.
        id=uuid5(NAMESPACE_URL, meta.detail_url).urn,
        url=meta.html_url,
        title=page.title,
        summary=summary or page.summary or meta.search_description,
        facts=" · ".join(filter(None, facts)),
        published_at=moment,
        updated_at=meta.last_published_at or moment,
        language=meta.locale,
        categories=[*filter(None, categories), *(topic.name for topic in page.topics)],
    )


def news_entry(body: str) -> Entry:
    news = NewsDetail.model_validate_json(body)
    facts = news.category_label, dates.day(news.published_on)
    return entry_of(news, news.lead, facts, news.meta.date, news.category_label)


def story_entry(body: str) -> Entry:
    story = StoryDetail.model_validate_json(body)
    quote = f"“{story.quote}”" if story.quote else ""
    facts = quote, story.attribution or story.person
    return entry_of(story, story.lead, facts, story.meta.first_published_at)


def event_entry(body: str) -> Entry:
    event = WebinarDetail.model_validate_json(body)
    facts = event.kind_label, event_time(event), event.place, event.state_label
    announced_at = event.meta.first_published_at
    return entry_of(event, event.summary, facts, announced_at, event.kind_label)


NEWS = Channel(
    name="news",
    title=_("News"),
    description=_("Announcements, new documents, events and data."),
    rows=rows_of("news.NewsPage"),
    order="dated_at",
    entry=news_entry,
    path=path_of("news.NewsIndexPage"),
)
STORIES = Channel(
    name="stories",
    title=_("Stories"),
    description=_("What people tell of their way, in their own words."),
    rows=rows_of("news.StoryPage"),
    order="public_updated_at",
    entry=story_entry,
    path=path_of("news.StoryIndexPage"),
)
# As they are announced: the calendar has them as they take place.
EVENTS = Channel(
    name="events",
    title=_("Webinars and events"),
    description=_("Webinars, forums and meetings, as they are announced."),
    rows=rows_of("news.WebinarPage"),
    order="public_updated_at",
    entry=event_entry,
    path=path_of("news.WebinarIndexPage"),
)

CHANNELS = {channel.name: channel for channel in (NEWS, STORIES, EVENTS)}
