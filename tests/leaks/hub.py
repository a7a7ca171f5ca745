"""Public things that refer to secret ones in every way there is."""

from typing import Any

from django.utils import timezone
from wagtail.models import Site

from cms.models import Attachment, RelatedPage, SiteSettings, Term
from cms.models.navigation import Subject
from home.models import HomePageStatistic, PinnedUpdate
from tests import factories

from .secret_things import Secret


def make_hub(secrets: dict[str, Secret]) -> None:
    """Refer to all of them from home, a news item, a document and the navigation."""
    objects = [secret.obj for secret in secrets.values()]
    pages = [secret.obj for secret in secrets.values() if secret.is_page]
    documents = [o for o in objects if isinstance(o, factories.CustomDocument)]
    images = [o for o in objects if isinstance(o, factories.CustomImage)]
    series = factories.DocumentSeriesFactory(name="Series", slug="series")
    for place, document in enumerate(documents, start=2):
        document.series, document.series_position = series, place
        document.save()
    terms = [o for o in objects if isinstance(o, Term)]
    make_news(pages, documents, images, series, terms)
    make_event(documents)
    make_document(documents[0], series)
    make_navigation(pages)
    make_home(secrets)
    factories.DocumentLibraryPageFactory(slug="library")


def make_news(pages: Any, documents: Any, images: Any, series: Any, terms: Any) -> None:
    links = [f'<a linktype="page" id="{page.pk}">link</a>' for page in pages]
    links += [f'<a linktype="document" id="{d.pk}">link</a>' for d in documents]
    links += [f'<a linktype="term" id="{term.pk}">link</a>' for term in terms]
    factories.NewsPageFactory(
        title="Hub",
        slug="hub",
        image=images[0],
        social_image=images[0],
        attachments=[Attachment(document=document) for document in documents],
        related_pages=[RelatedPage(related=page) for page in pages],
        body=[
            ("rich_text", f"<p>{' '.join(links)}</p>"),
            *(("image", {"image": image, "alt": "A picture"}) for image in images),
            *(("call_to_action", {"text": "Go", "page": page}) for page in pages),
            *(("call_to_action", {"text": "Go", "document": d}) for d in documents),
            ("document_list", {"selection": "series", "series": series}),
            ("document_list", {"selection": "type", "document_type": "guidance"}),
            ("document_list", {"selection": "picked", "documents": documents}),
        ],
    )


def make_event(documents: Any) -> None:
    factories.WebinarPageFactory(
        slug="event",
        transcript=documents[0],
        recording_url="https://example.org/recording",
        attachments=[Attachment(document=document) for document in documents],
    )


def make_document(other: Any, series: Any) -> None:
    """A public document beside the secret ones in a series, replaced by one of them."""
    factories.DocumentFactory(
        title="Public document",
        file__filename="public.pdf",
        series=series,
        series_position=1,
        replaced_by=other,
        replacement_extent="part",
    )


def make_navigation(pages: Any) -> None:
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    for page in pages:
        settings.navigation.create(page=page)
        settings.footer_links.create(page=page)
        settings.required_links.create(page=page, subject=Subject.DISCLOSURE)
    settings.security_contact = "security@example.org"
    settings.security_expires_on = timezone.localdate()
    settings.save()


def make_home(secrets: dict[str, Secret]) -> None:
    home = factories.home_page()
    impact = secrets["private program year"].obj
    home.impact_page = impact
    home.impact_statistics = [
        HomePageStatistic(statistic=statistic) for statistic in impact.statistics.all()
    ]
    home.story_page = secrets["private story"].obj
    home.pinned_updates = [
        PinnedUpdate(news_page=secrets["news item private by login"].obj),
        PinnedUpdate(news_page=secrets["draft news item"].obj),
    ]
    home.updates_count = 6
    home.save()
