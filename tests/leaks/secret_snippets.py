"""Redirects and snippets that only lead to, or stand on, what is not public."""

from typing import Any

from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect

from cms.models import (
    DocumentSeries,
    Measure,
    Office,
    Programme,
    Source,
    Term,
    Topic,
)
from home.models import StandardPage
from tests import factories

from .canaries import filled
from .secret_pages import news, restricted
from .secrets import state


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


@state("term of a glossary that is a draft")
def term_of_draft(canary: str) -> Term:
    factories.GlossaryPageFactory(slug=f"glossary-{canary}", live=False)
    return factories.TermFactory(**filled(Term, canary))
