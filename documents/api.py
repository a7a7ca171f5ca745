"""Public shapes of documents and of the library page."""

from datetime import date, datetime
from typing import Annotated, Literal

from django.conf import settings
from pydantic import AliasChoices, Field

from cms.publishing.registry import publishes
from cms.publishing.schemas import (
    DocumentLink,
    PageCard,
    PageDetail,
    PageLink,
    PublicSchema,
    RichText,
    Series,
    Topics,
    rendered,
)

from .choices import DocumentStatus, DocumentType
from .models import CustomDocument, DocumentLibraryPage


class DocumentMeta(PublicSchema):
    """Facts about a document, in the place where Wagtail's API v2 has them."""

    type: str = Field(examples=["documents.CustomDocument"])
    detail_url: str
    html_url: str
    path: str
    download_url: str
    slug: str
    locale: str
    date: datetime | None = Field(
        description=(
            "By which lists are ordered: `document_date`, or `first_published_at` "
            "where that is null."
        )
    )
    first_published_at: datetime | None = Field(description="When it was released.")
    last_published_at: datetime | None = Field(
        description="When what is public of it was last changed."
    )
    public_updated_at: datetime | None = Field(
        description="When the last version came that is more than a correction."
    )


class Cover(PublicSchema):
    """The first page of a PDF as a picture."""

    url: str
    width: int = Field(description="Pixels.")
    height: int = Field(description="Pixels.")
    alt: str


class DocumentAccessibility(PublicSchema):
    """What a program finds of the accessibility of a PDF; other kinds are unknown."""

    grade: Literal["accessible", "partly", "not_accessible", "unknown"]
    label: str
    missing: list[str] = Field(description="What it lacks, each in a sentence.")


class DocumentCard(PublicSchema):
    """A document in a list, with the facts of its file."""

    id: int
    meta: DocumentMeta
    title: str
    summary: str
    document_type: str
    document_type_label: str
    document_date: date | None
    fiscal_year: int | None
    issue: str = Field(description="How the document calls its own issue.")
    series: Series
    series_position: int | None = Field(description="Its place in the series, from 1.")
    topics: Topics
    language: str
    status: Literal["current", "under_review", "superseded", "withdrawn"]
    status_label: str
    filename: str
    extension: str
    media_type: str
    size: int = Field(description="Bytes.")
    sha256: str
    version_number: int
    pages: int | None = Field(
        description="How many pages, sheets or slides it has; null where it has none, "
        "or was not read yet."
    )
    page_unit: Literal["page", "sheet", "slide", ""]
    cover: Cover | None


class Withdrawal(PublicSchema):
    """When and why a version was withdrawn."""

    withdrawn_at: datetime
    explanation: str


class Version(PublicSchema):
    """A file that the document has, or had, at an address of its own for good."""

    number: int
    published_at: datetime
    change_note: str
    change_kind: Literal["correction", "substantive", ""] = Field(
        description="Empty for the first version."
    )
    filename: str
    extension: str
    media_type: str
    size: int = Field(description="Bytes.")
    sha256: str
    pages: int | None
    page_unit: Literal["page", "sheet", "slide", ""]
    download_url: str
    withdrawal: Withdrawal | None


class Replacement(PublicSchema):
    """One document taking the place of another, wholly or in part."""

    document: DocumentLink
    extent: Literal["whole", "part"]
    extent_label: str
    note: str
    replaced_on: date | None = Field(
        description="The day from which the one takes the place of the other."
    )


@publishes(
    CustomDocument,
    card=DocumentCard,
    resource="documents",
    filters={
        "document_type": DocumentType.values,
        "series": None,
        "topic": None,
        "fiscal_year": None,
        "language": [code for code, name in settings.LANGUAGES],
        # Withdrawn ones answer at their own address, but stand in no list.
        "status": [s for s in DocumentStatus.values if s != DocumentStatus.WITHDRAWN],
    },
)
class DocumentDetail(DocumentCard):
    """A document, whole, with what came before and after it."""

    status_explanation: str
    # The model's own `replaced_by` is the other document, without extent and note.
    replaced_by: Annotated[Replacement | None, rendered("value")] = Field(
        validation_alias=AliasChoices("replacement", "replaced_by")
    )
    replaces: Annotated[list[Replacement], rendered("value")]
    previous_in_series: Annotated[DocumentLink | None, rendered("value")]
    next_in_series: Annotated[DocumentLink | None, rendered("value")]
    used_on: list[PageLink]
    versions: list[Version] = Field(description="The newest first.")
    accessibility: DocumentAccessibility


@publishes(DocumentLibraryPage, card=PageCard)
class DocumentLibraryDetail(PageDetail):
    introduction: RichText
