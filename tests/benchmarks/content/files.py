"""Documents and pictures by the thousand: rows that share the demonstration's files."""

import random
from datetime import UTC, date, datetime, time, timedelta

from cms.models import CustomImage, DocumentSeries, Topic
from documents.choices import DocumentStatus, DocumentType
from documents.models import CustomDocument, PageUnit

from .text import chance_of, headline, sentence
from .versions import PAGES, add_versions

IMAGES, DOCUMENTS, SERIES = 200, 5000, 10
FIRST_DAY, DAYS = date(2008, 1, 1), 17 * 365

# The demonstration has a page that lists all guidance, whole.
TYPES = [name for name in DocumentType.values if name != DocumentType.GUIDANCE]

FILE_FACTS = (
    "file",
    "original_filename",
    "media_type",
    "sha256",
    "file_size",
    "file_hash",
)
PICTURE_FACTS = ("file", "width", "height", "file_size", "file_hash")


def day(chance: random.Random) -> date:
    return FIRST_DAY + timedelta(days=chance.randrange(DAYS))


def moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=UTC)


def copied(source: object, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(source, name) for name in names}


def add_images(number: int = IMAGES) -> None:
    """Add pictures with words of their own, and files of the pictures there are."""
    sources = list(CustomImage.objects.order_by("pk"))
    CustomImage.objects.bulk_create(
        picture(n, sources[n % len(sources)]) for n in range(number)
    )


def picture(number: int, source: CustomImage) -> CustomImage:
    chance = chance_of(f"image {number}")
    return CustomImage(
        **copied(source, PICTURE_FACTS),
        collection_id=source.collection_id,
        title=headline(chance, number),
        description=sentence(chance, 12),
        credit="Made up",
    )


def add_documents(number: int = DOCUMENTS) -> None:
    """Add released documents, most of them current, each with a topic or two."""
    source = CustomDocument.objects.filter(media_type="application/pdf").first()
    series = [add_series(n) for n in range(SERIES)]
    topics = list(Topic.objects.order_by("pk"))
    made = CustomDocument.objects.bulk_create(
        (document(n, source, series) for n in range(number)), batch_size=500
    )
    add_versions(made)
    through = CustomDocument.topics.through
    through.objects.bulk_create(
        through(customdocument_id=row.pk, topic_id=topic.pk)
        for n, row in enumerate(made)
        for topic in chance_of(f"topics {n}").sample(topics, 1 + n % 2)
    )


def add_series(number: int) -> DocumentSeries:
    name = f"Made-up series {number}"
    return DocumentSeries.objects.create(name=name, slug=f"made-up-{number}")


def document(
    number: int, source: CustomDocument, series: list[DocumentSeries]
) -> CustomDocument:
    chance = chance_of(f"document {number}")
    dated = day(chance)
    superseded = chance.random() < 0.1
    return CustomDocument(
        **copied(source, FILE_FACTS),
        pages=PAGES,
        page_unit=PageUnit.PAGE,
        collection_id=source.collection_id,
        title=headline(chance, number),
        summary=f"{sentence(chance, 18)} {sentence(chance, 14)}"[:500],
        document_type=chance.choice(TYPES),
        document_date=dated,
        fiscal_year=dated.year,
        series=chance.choice(series) if chance.random() < 0.02 else None,
        status=DocumentStatus.SUPERSEDED if superseded else DocumentStatus.CURRENT,
        released_at=moment(dated, 12),
    )
