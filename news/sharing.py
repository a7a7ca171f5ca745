"""What search engines and other sites are told of news, stories and events."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from cms.dates import is_one_day
from cms.sharing import DescribedPage, Drawing, Thing, describes, thing
from cms.sharing.things import reference

from .api import (
    NewsDetail,
    NewsIndexDetail,
    StoryDetail,
    StoryIndexDetail,
    WebinarDetail,
    WebinarIndexDetail,
)

NEWS = Drawing("news/social/news.png", _("Drawing of a newspaper above a field."))
STORY = Drawing("news/social/story.png", _("Drawing of a road across a field."))
EVENT = Drawing("news/social/event.png", _("Drawing of a calendar above a field."))

# The most that search engines take of a headline.
LONGEST_HEADLINE = 110
ATTENDANCE = {
    # Whether it is online, and whether it has a place.
    (True, False): "https://schema.org/OnlineEventAttendanceMode",
    (True, True): "https://schema.org/MixedEventAttendanceMode",
    (False, True): "https://schema.org/OfflineEventAttendanceMode",
}


class DescribedArticle(DescribedPage):
    """A text of its own, with a day and somebody who is answerable for it."""

    is_article = True
    article_type = "Article"

    def about(self) -> Thing:
        return thing(
            self.article_type,
            id=self.about_id,
            headline=self.title[:LONGEST_HEADLINE],
            description=self.description,
            url=self.url,
            mainEntityOfPage=reference(self.url),
            inLanguage=self.language,
            datePublished=self.published_at,
            dateModified=self.changed_at or self.published_at,
            author=self.publisher,
            publisher=self.publisher,
            image=self.image,
            keywords=[topic.name for topic in self.content.topics],
        )


@describes(NewsDetail)
class DescribedNews(DescribedArticle):
    content: NewsDetail
    drawing = NEWS
    article_type = "NewsArticle"

    @property
    def published_at(self) -> datetime | None:
        """Return the day that stands above the item, as a moment."""
        return self.content.meta.date

    def about(self) -> Thing:
        return super().about() | {"articleSection": self.content.category_label}


@describes(StoryDetail)
class DescribedStory(DescribedArticle):
    content: StoryDetail
    drawing = STORY

    def about(self) -> Thing:
        person = self.content.person
        return super().about() | {"about": thing("Person", name=person)}


@describes(WebinarDetail)
class DescribedEvent(DescribedPage):
    content: WebinarDetail
    drawing = EVENT

    def about(self) -> Thing:
        event = self.content
        status = "EventCancelled" if event.state == "cancelled" else "EventScheduled"
        return thing(
            "Event",
            id=self.about_id,
            name=self.title,
            description=self.description,
            url=self.url,
            inLanguage=event.meta.locale,
            startDate=self.local(event.starts_at),
            endDate=self.local(event.ends_at),
            eventStatus=f"https://schema.org/{status}",
            eventAttendanceMode=ATTENDANCE.get((event.virtual, bool(event.place))),
            location=list(self.locations()),
            organizer=self.publisher,
            performer=[
                thing("Person", name=each.name, jobTitle=each.role)
                for each in event.presenters
            ],
            image=self.image,
            potentialAction=self.registration(),
            recordedIn=self.recording(),
        )

    def local(self, moment: datetime) -> str:
        """Return a moment on the clocks of the event, with its distance from UTC.

        The day alone where the page tells no hours.
        """
        event = self.content
        local = moment.astimezone(ZoneInfo(event.time_zone))
        if is_one_day(event.starts_at, event.ends_at, event.time_zone):
            return local.isoformat()
        return local.date().isoformat()

    def locations(self) -> Iterator[Thing]:
        event = self.content
        if event.place:
            yield thing("Place", name=event.place, address=event.place)
        if event.virtual:
            address = event.registration.url if event.registration else self.url
            yield thing("VirtualLocation", url=address)

    def registration(self) -> Thing | None:
        """Return how to take part, while that is possible."""
        open_until = self.content.registration
        if open_until is None:
            return None
        return thing(
            "RegisterAction", target=open_until.url, endTime=open_until.closes_at
        )

    def recording(self) -> Thing | None:
        recording = self.content.recording
        return thing("CreativeWork", url=recording.url) if recording else None


@describes(NewsIndexDetail)
class DescribedNewsIndex(DescribedPage):
    drawing, page_type = NEWS, "CollectionPage"


@describes(StoryIndexDetail)
class DescribedStoryIndex(DescribedPage):
    drawing, page_type = STORY, "CollectionPage"


@describes(WebinarIndexDetail)
class DescribedWebinarIndex(DescribedPage):
    drawing, page_type = EVENT, "CollectionPage"
