"""Pages that are not public, one for each way."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import (
    Page,
    PageViewRestriction,
)

from cms.models import (
    ChangeNote,
)
from home.models import ImpactPage, StandardPage, Statistic
from news.models import NewsPage, Place, Presenter, StoryPage, WebinarPage
from tests import factories

from .canaries import body, filled
from .secrets import state

TOMORROW, YESTERDAY = timedelta(days=1), timedelta(days=-1)


def news(canary: str, **values: Any) -> NewsPage:
    return factories.NewsPageFactory(
        **filled(NewsPage, canary),
        body=body(canary),
        change_notes=[ChangeNote(note=canary)],
        **values,
    )


def restricted(page: Page, kind: str, **values: Any) -> PageViewRestriction:
    return PageViewRestriction.objects.create(
        page=page, restriction_type=kind, **values
    )


@state("draft news item")
def draft(canary: str) -> NewsPage:
    return news(canary, live=False)


@state("unpublished news item")
def unpublished(canary: str) -> NewsPage:
    page = news(canary, live=False)
    page.save_revision().publish()
    page.refresh_from_db()
    page.unpublish()
    return page


@state("public news item with secret words in its draft")
def draft_of_public(canary: str) -> NewsPage:
    page = factories.NewsPageFactory(title="Public as it stands")
    for name, value in filled(NewsPage, canary).items():
        setattr(page, name, value)
    page.body = body(canary)
    page.save_revision()
    return NewsPage.objects.get(pk=page.pk)


@state("scheduled news item")
def scheduled(canary: str) -> NewsPage:
    page = news(canary, live=False)
    page.go_live_at = timezone.now() + TOMORROW
    page.save_revision().publish()
    return page


@state("expired news item, before anybody has unpublished it")
def expired(canary: str) -> NewsPage:
    page = news(canary)
    NewsPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() + YESTERDAY)
    page.refresh_from_db()
    # As the row would be that was written while the expiry was still to come.
    from cms.publishing.models import Publication

    Publication.objects.filter(resource="pages", object_id=page.pk).update(
        changes_at=page.expire_at
    )
    return page


@state("news item private by login")
def private_by_login(canary: str) -> NewsPage:
    page = news(canary)
    restricted(page, "login")
    return page


@state("news item private by group")
def private_by_group(canary: str) -> NewsPage:
    page = news(canary)
    restricted(page, "groups").groups.add(Group.objects.get(name="Editors"))
    return page


@state("news item private by password")
def private_by_password(canary: str) -> NewsPage:
    page = news(canary)
    restricted(page, "password", password="shared")
    return page


@state("news item in a private section")
def in_private_section(canary: str) -> StandardPage:
    section = factories.StandardPageFactory(slug="private-section")
    restricted(section, "login")
    values = filled(StandardPage, canary)
    return factories.StandardPageFactory(parent=section, body=body(canary), **values)


@state("private page of text")
def private_text(canary: str) -> StandardPage:
    values = filled(StandardPage, canary)
    page = factories.StandardPageFactory(body=body(canary), **values)
    restricted(page, "login")
    return page


@state("draft story")
def draft_story(canary: str) -> StoryPage:
    return story(canary, live=False)


@state("private story")
def private_story(canary: str) -> StoryPage:
    page = story(canary)
    restricted(page, "login")
    return page


def story(canary: str, **values: Any) -> StoryPage:
    return factories.StoryPageFactory(
        **filled(StoryPage, canary),
        body=body(canary),
        places=[Place(name=canary, state=canary)],
        **values,
    )


@state("internal fields of a public story")
def internal_fields(canary: str) -> StoryPage:
    return factories.StoryPageFactory(
        title="A public story", consent_on_file=False, consent_reason=canary
    )


@state("private event")
def private_webinar(canary: str) -> WebinarPage:
    page = factories.WebinarPageFactory(
        **filled(WebinarPage, canary),
        agenda=body(canary),
        presenters=[Presenter(name=canary, role=canary, organisation=canary)],
    )
    restricted(page, "login")
    return page


@state("private program year")
def private_impact(canary: str) -> ImpactPage:
    measure = factories.MeasureFactory(name=canary, definition=canary, unit=canary)
    page = factories.ImpactPageFactory(
        **filled(ImpactPage, canary),
        programme_year="1999-00",
        body=body(canary),
        statistics=[
            Statistic(
                label=canary,
                measure=measure,
                source=factories.SourceFactory(name=canary),
                value=4711,
                footnote=canary,
                group=canary,
            )
        ],
    )
    restricted(page, "login")
    return page
