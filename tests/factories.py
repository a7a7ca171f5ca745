"""Published things for tests, one line each: `NewsPageFactory(title="Old")`.

A page stands where its type belongs: factories make the home page and the sections
that are missing. `live=False` makes a draft. Inline children and topics are given as
lists: `NewsPageFactory(attachments=[Attachment(document=document)])`. A document is
released unless `released_at=None` says otherwise.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from typing import Any

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from factory.django import DjangoModelFactory
from PIL import Image
from wagtail.models import Collection, Locale, Page, Site

from cms.models import (
    CustomImage,
    DocumentSeries,
    GlossaryPage,
    Measure,
    Office,
    Programme,
    Source,
    Term,
    Topic,
)
from documents.models import (
    CustomDocument,
    DocumentLibraryPage,
    PageUnit,
    Reading,
    VersionText,
)
from home.models import (
    HomePage,
    ImpactIndexPage,
    ImpactPage,
    StandardPage,
    Statistic,
)
from news.models import (
    NewsIndexPage,
    NewsPage,
    StoryIndexPage,
    StoryPage,
    WebinarIndexPage,
    WebinarPage,
)

# The least that is recognized as a PDF.
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic

    name = factory.Sequence(lambda n: f"Topic {n}")
    slug = factory.LazyAttribute(lambda topic: slugify(topic.name))


class ProgrammeFactory(DjangoModelFactory):
    class Meta:
        model = Programme

    name = factory.Sequence(lambda n: f"Program {n}")


class MeasureFactory(DjangoModelFactory):
    class Meta:
        model = Measure

    name = factory.Sequence(lambda n: f"Measure {n}")
    definition = "What this measure counts, and what it leaves out."
    unit = "children"


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = Source

    name = factory.Sequence(lambda n: f"Source {n}")
    url = "https://example.org/source"


class DocumentSeriesFactory(DjangoModelFactory):
    class Meta:
        model = DocumentSeries

    name = factory.Sequence(lambda n: f"Series {n}")
    slug = factory.LazyAttribute(lambda series: slugify(series.name))


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = Office

    name = factory.Sequence(lambda n: f"Office {n}")
    email = "office@example.org"


class TermFactory(DjangoModelFactory):
    """A term in English, unless a locale says otherwise."""

    class Meta:
        model = Term

    name = factory.Sequence(lambda n: f"Term {n}")
    definition = "What it means in plain words."
    locale = factory.LazyFunction(Locale.get_default)


class ImageFactory(DjangoModelFactory):
    class Meta:
        model = CustomImage

    title = factory.Sequence(lambda n: f"Image {n}")
    description = "Rows of beets up to the horizon"
    collection = factory.LazyFunction(Collection.get_first_root_node)
    file = factory.django.ImageField(width=640, height=480, format="PNG")


class DocumentFactory(DjangoModelFactory):
    """`file__filename` and `file__data` give other bytes than a small PDF's."""

    class Meta:
        model = CustomDocument

    title = factory.Sequence(lambda n: f"Document {n}")
    collection = factory.LazyFunction(Collection.get_first_root_node)
    file = factory.django.FileField(data=PDF, filename="sample.pdf")
    released_at = factory.LazyFunction(timezone.now)


def give_text(document: CustomDocument, *texts: str) -> None:
    """Let a document's file have been read: a text for each of its pages."""
    version = document.versions.get(number=document.version_number)
    version.texts.all().delete()
    VersionText.objects.bulk_create(
        VersionText(version=version, number=number, text=text)
        for number, text in enumerate(texts, start=1)
    )
    version.pages, version.page_unit = len(texts), PageUnit.PAGE
    version.reading, version.read_at = Reading.READ, timezone.now()
    version.text_sha256 = sha256("\n".join(texts).encode()).hexdigest()
    version.save()
    document.save()


def give_cover(document: CustomDocument) -> None:
    """Let a picture of the first page of a document's file have been made."""
    version = document.versions.get(number=document.version_number)
    picture = BytesIO()
    Image.new("RGB", (600, 776), "white").save(picture, "WEBP")
    # The end of the file is no part of the picture: tests know it by these words.
    words = document.filename.encode()
    version.thumbnail.save("cover.webp", ContentFile(picture.getvalue() + words))
    version.thumbnail_width, version.thumbnail_height = 600, 776
    version.save()
    document.save()


def publication_time(page: Any) -> datetime | None:
    return timezone.now() if page.live else None


class SitePageFactory(wagtail_factories.PageFactory):
    """A page of the default site, public unless `live=False`."""

    class Meta:
        abstract = True

    title = factory.Sequence(lambda n: f"Page {n}")
    search_description = factory.Sequence(
        lambda n: f"Page {n} that a test has made, described in sixty characters."
    )
    live = True
    parent = factory.LazyFunction(lambda: home_page())
    locale = factory.LazyAttribute(lambda page: page.parent.locale)
    first_published_at = factory.LazyAttribute(publication_time)
    last_published_at = factory.LazyAttribute(publication_time)


class HomePageFactory(SitePageFactory):
    """The front page: the default site begins here once this is made."""

    class Meta:
        model = HomePage

    title = "Home"
    hero = "Working Together\nFor Migrant Education"
    parent = factory.LazyFunction(Page.get_first_root_node)

    @classmethod
    def _create(
        cls, model_class: type[HomePage], *args: Any, **values: Any
    ) -> HomePage:
        live, site = values.pop("live"), Site.objects.get(is_default_site=True)
        # Wagtail's own page has the slug and is in the way.
        Page.objects.filter(slug="home", depth=2).exact_type(Page).update(slug="old")
        home = super()._create(model_class, *args, live=False, **values)
        if not isinstance(site.root_page.specific, HomePage):
            site.root_page = home
            site.save()
        # Published last: what is public is rendered with the site's addresses.
        home.live = live
        home.save()
        return home


def home_page() -> HomePage:
    """Return the first home page, made if there was none."""
    return HomePage.objects.first() or HomePageFactory()


def section(factory_class: type[SitePageFactory]) -> Any:
    """Declare as parent the first page of this type, made if there was none."""
    model = factory_class._meta.model
    return factory.LazyFunction(lambda: model.objects.first() or factory_class())


class GlossaryPageFactory(SitePageFactory):
    class Meta:
        model = GlossaryPage

    title, slug = "Glossary", "glossary"


class StandardPageFactory(SitePageFactory):
    class Meta:
        model = StandardPage


class ImpactIndexPageFactory(SitePageFactory):
    class Meta:
        model = ImpactIndexPage

    title = "Impact"


class ImpactPageFactory(SitePageFactory):
    class Meta:
        model = ImpactPage

    parent = section(ImpactIndexPageFactory)
    programme_year = factory.Sequence(lambda n: f"{2000 + n}-{(n + 1) % 100:02}")
    title = factory.LazyAttribute(lambda page: page.programme_year)
    lead = factory.LazyAttribute(lambda page: f"Served in {page.programme_year}:")


class StatisticFactory(DjangoModelFactory):
    """A figure of a programme year; save the page to publish it."""

    class Meta:
        model = Statistic

    page = factory.SubFactory(ImpactPageFactory)
    label = factory.Sequence(lambda n: f"Statistic {n}")
    measure = factory.SubFactory(MeasureFactory)
    source = factory.SubFactory(SourceFactory)
    value = Decimal(1234)


class NewsIndexPageFactory(SitePageFactory):
    class Meta:
        model = NewsIndexPage

    title = "News"


class NewsPageFactory(SitePageFactory):
    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda n: f"News item {n}")
    parent = section(NewsIndexPageFactory)
    published_on = date(2017, 10, 3)
    lead = "What a list shows of this news item."


class StoryIndexPageFactory(SitePageFactory):
    class Meta:
        model = StoryIndexPage

    title = "Stories"


class StoryPageFactory(SitePageFactory):
    class Meta:
        model = StoryPage

    title = factory.Sequence(lambda n: f"Story {n}")
    parent = section(StoryIndexPageFactory)
    person = "Ana Example"
    lead = "What a list shows of this story."
    consent_on_file = True
    consent_date = date(2017, 9, 1)


class WebinarIndexPageFactory(SitePageFactory):
    class Meta:
        model = WebinarIndexPage

    title = "Webinars"


class WebinarPageFactory(SitePageFactory):
    """A webinar of two hours that begins in a week, with open registration."""

    class Meta:
        model = WebinarPage

    title = factory.Sequence(lambda n: f"Webinar {n}")
    parent = section(WebinarIndexPageFactory)
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(weeks=1))
    ends_at = factory.LazyAttribute(lambda page: page.starts_at + timedelta(hours=2))
    registration_url = "https://example.org/register"


class DocumentLibraryPageFactory(SitePageFactory):
    class Meta:
        model = DocumentLibraryPage

    title = "Documents"
