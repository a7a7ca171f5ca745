"""One thing for each way of not being public."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, get_type_hints

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import TestCase
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from cms import images
from cms.models import (
    ChangeNote,
    DocumentSeries,
    Measure,
    Office,
    Programme,
    Source,
    Topic,
)
from home.models import ImpactPage, StandardPage, Statistic
from news.models import NewsPage, Place, Presenter, StoryPage, WebinarPage
from tests import factories

from .canaries import body, filled, new_canary

TOMORROW, YESTERDAY = timedelta(days=1), timedelta(days=-1)


@dataclass
class Secret:
    """A thing that an anonymous visitor may not see."""

    state: str
    obj: Any
    canary: str = field(default_factory=new_canary)

    @property
    def is_page(self) -> bool:
        return isinstance(self.obj, Page)


Maker = Callable[[str], Any]
MAKERS: dict[str, Maker] = {}


def state(name: str) -> Callable[[Maker], Maker]:
    def register(maker: Maker) -> Maker:
        MAKERS[name] = maker
        return maker

    return register


def kind_of(name: str) -> type:
    """Return the class of the thing that stands for a state."""
    kind: type = get_type_hints(MAKERS[name])["return"]
    return kind


def make_all() -> dict[str, Secret]:
    """Make one of each; the same words are in all fields of one, and nowhere else."""
    secrets = {}
    for name, maker in MAKERS.items():
        canary = new_canary()
        secrets[name] = Secret(name, maker(canary), canary)
    return secrets


# --- Pages ------------------------------------------------------------------------


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


# --- Redirects --------------------------------------------------------------------


def redirect(canary: str, **values: Any) -> Redirect:
    return Redirect.objects.create(old_path=f"/{canary}-before", **values)


@state("redirect to a draft")
def redirect_to_draft(canary: str) -> Redirect:
    return redirect(canary, redirect_page=news(canary, live=False))


@state("redirect to the address of a private page")
def redirect_to_private_address(canary: str) -> Redirect:
    page = news(canary)
    found = redirect(canary, redirect_link=page.full_url)
    restricted(page, "login")
    return found


@state("address that a public page had as a draft")
def former_address(canary: str) -> StandardPage:
    page = factories.StandardPageFactory(title="Once a draft", slug=canary, live=False)
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.slug = "once-a-draft"
        page.save()
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


# --- Snippets ---------------------------------------------------------------------


@state("topic of a draft")
def topic_of_draft(canary: str) -> Topic:
    topic = factories.TopicFactory(name=canary, slug=canary)
    factories.NewsPageFactory(topics=[topic], live=False)
    return topic


@state("program of a private story")
def programme_of_private_story(canary: str) -> Programme:
    programme = factories.ProgrammeFactory(**filled(Programme, canary))
    page = factories.StoryPageFactory(programmes=[programme])
    restricted(page, "login")
    return programme


@state("measure of a draft")
def measure_of_draft(canary: str) -> Measure:
    measure = factories.MeasureFactory(**filled(Measure, canary))
    page = factories.ImpactPageFactory(programme_year="1997-98", live=False)
    factories.StatisticFactory(page=page, measure=measure)
    return measure


@state("source of a draft")
def source_of_draft(canary: str) -> Source:
    source = factories.SourceFactory(**filled(Source, canary))
    page = factories.ImpactPageFactory(programme_year="1998-99", live=False)
    factories.StatisticFactory(page=page, source=source)
    return source


@state("series of an unreleased document")
def series_of_unreleased(canary: str) -> DocumentSeries:
    values = filled(DocumentSeries, canary) | {"slug": canary}
    series = factories.DocumentSeriesFactory(**values)
    factories.DocumentFactory(series=series, released_at=None, releases_with_page=False)
    return series


@state("office of an event that was deleted")
def office_of_deleted(canary: str) -> Office:
    office = factories.OfficeFactory(**filled(Office, canary))
    factories.WebinarPageFactory(contact=office).delete()
    return office


# --- Documents and images ---------------------------------------------------------


def document(canary: str, **values: Any) -> factories.CustomDocument:
    return factories.DocumentFactory(
        **filled(factories.CustomDocument, canary),
        file__data=factories.PDF + f"%{canary}\n".encode(),
        file__filename=f"{canary}.pdf",
        document_type="guidance",
        releases_with_page=False,
        **values,
    )


def image(canary: str, **values: Any) -> factories.CustomImage:
    return factories.ImageFactory(
        **filled(factories.CustomImage, canary),
        file__filename=f"{canary}.png",
        **values,
    )


def private_collection() -> Collection:
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    return collection


def below_private_collection() -> Collection:
    return private_collection().add_child(name="Inside")


@state("unreleased document")
def unreleased(canary: str) -> factories.CustomDocument:
    return document(canary, released_at=None)


@state("document with a release to come")
def release_to_come(canary: str) -> factories.CustomDocument:
    release_at = timezone.now() + TOMORROW
    return document(canary, released_at=None, release_at=release_at)


@state("document in a private collection")
def private_document(canary: str) -> factories.CustomDocument:
    return document(canary, collection=private_collection())


@state("document below a private collection")
def document_below_private(canary: str) -> factories.CustomDocument:
    return document(canary, collection=below_private_collection())


@state("image in a private collection")
def private_image(canary: str) -> factories.CustomImage:
    return image(canary, collection=private_collection())


@state("image below a private collection")
def image_below_private(canary: str) -> factories.CustomImage:
    return image(canary, collection=below_private_collection())


@state("replaced file of a public image")
def replaced_file(canary: str) -> factories.CustomImage:
    picture = factories.ImageFactory.build().file.read()
    first = ContentFile(picture + canary.encode(), f"{canary}.png")
    shown = factories.ImageFactory(file=first)
    shown.path_before = images.original_path(shown)
    shown.file = ContentFile(picture, "public.png")
    shown.save()
    return shown
