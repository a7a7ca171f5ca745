"""The sample documents: each one record, wherever it is attached or listed.

Those that belong to a news item wait for it; the others are released at once.
"""

from dataclasses import dataclass
from datetime import date

from documents.choices import DocumentStatus, DocumentType, ReplacementExtent
from documents.models import CustomDocument

from . import dates
from .placing import correct_document, place_document
from .snippets import Snippets

SAMPLE = "A sample file of this demonstration: it states no policy."


@dataclass(frozen=True)
class Documents:
    """The documents to which pages lead, by what they are."""

    qas_july: CustomDocument
    qas_august: CustomDocument
    forum: list[CustomDocument]
    certificate: CustomDocument


def place_documents(snippets: Snippets) -> Documents:
    certificate = place_certificate(snippets)
    for document in (*place_guidance(snippets), certificate):
        document.release()
    return Documents(
        qas_july=place_qas_july(snippets),
        qas_august=place_qas_august(snippets),
        forum=[place_forum_file(snippets, *facts) for facts in FORUM_FILES],
        certificate=certificate,
    )


def place_qas_july(snippets: Snippets) -> CustomDocument:
    return place_document(
        "MEP Policy Q&As FY17 v.1 IDR Special Edition (July).pdf",
        title="MEP Policy Q&As FY17 v.1 IDR Special Edition (July)",
        summary="The first issue of fiscal year 2017 on identification and recruitment"
        f" (IDR). {SAMPLE}",
        document_type=DocumentType.POLICY_QA,
        document_date=dates.QAS_JULY_ON,
        fiscal_year=2017,
        issue="v.1 IDR Special Edition (July)",
        series=snippets.policy_qas,
        series_position=1,
        topics=[snippets.policy, snippets.recruitment, snippets.eligibility],
    )


def place_qas_august(snippets: Snippets) -> CustomDocument:
    return place_document(
        "MEP Policy Q&As FY17 v.2 IDR Special Edition (August).pdf",
        title="MEP Policy Q&As FY17 v.2 IDR Special Edition (August)",
        summary="The second issue of fiscal year 2017 on identification and"
        f" recruitment (IDR). It adds to the first and replaces nothing. {SAMPLE}",
        document_type=DocumentType.POLICY_QA,
        document_date=dates.QAS_AUGUST_ON,
        fiscal_year=2017,
        issue="v.2 IDR Special Edition (August)",
        series=snippets.policy_qas,
        series_position=2,
        topics=[snippets.policy, snippets.recruitment, snippets.eligibility],
    )


FORUM_FILES = [
    ("Presentation 1", "pptx", DocumentType.PRESENTATION),
    ("Presentation 2", "pdf", DocumentType.PRESENTATION),
    ("Handout 1", "pdf", DocumentType.HANDOUT),
    ("Handout 2", "pdf", DocumentType.HANDOUT),
]


def place_forum_file(
    snippets: Snippets, name: str, extension: str, document_type: DocumentType
) -> CustomDocument:
    return place_document(
        f"2017 National ID&R Forum Sample {name}.{extension}",
        title=f"2017 National ID&R Forum: Sample {name}",
        summary=f"{name} holds the place of a session’s own {document_type.value}."
        f" {SAMPLE}",
        document_type=document_type,
        document_date=dates.FORUM_FILES_ON,
        fiscal_year=2017,
        topics=[snippets.recruitment],
    )


def correct_handout(documents: Documents) -> None:
    """Give a handout that was released a second version, for readers to compare."""
    handout = next(one for one in documents.forum if one.title.endswith("Handout 1"))
    # As it is since a news item released it.
    handout.refresh_from_db()
    correct_document(
        handout,
        "2017 National ID&R Forum Sample Handout 1 (corrected).pdf",
        "Adds the line on other formats, which was left out after the session.",
    )


def place_guidance(snippets: Snippets) -> list[CustomDocument]:
    """Place a chain of replacement, newest first: whole, then in part."""
    chapters = place_document(
        "Non-Regulatory Guidance Revised Chapters March 2017.pdf",
        title="Non-Regulatory Guidance: Chapters Revised in March 2017",
        summary="Selected chapters of the guidance of October 2010 as they were revised"
        f" in March 2017. {SAMPLE}",
        document_type=DocumentType.GUIDANCE,
        document_date=dates.GUIDANCE_MARCH_2017_ON,
        topics=[snippets.policy],
    )
    guidance = place_document(
        "Non-Regulatory Guidance October 2010.pdf",
        title="Non-Regulatory Guidance: October 2010",
        summary="The guidance that replaced the draft of October 23, 2003. Selected"
        f" chapters were revised in March 2017. {SAMPLE}",
        document_type=DocumentType.GUIDANCE,
        document_date=dates.GUIDANCE_OCTOBER_2010_ON,
        topics=[snippets.policy],
        replaced_by=chapters,
        replacement_extent=ReplacementExtent.PART,
        replaced_on=dates.GUIDANCE_MARCH_2017_ON,
        replacement_note="Selected chapters only; the others stayed as they were.",
    )
    draft = place_document(
        "Non-Regulatory Guidance Draft October 23 2003.pdf",
        title="Non-Regulatory Guidance: Draft of October 23, 2003",
        summary=f"The draft that the guidance of October 2010 replaced. {SAMPLE}",
        document_type=DocumentType.GUIDANCE,
        document_date=date(2003, 10, 23),
        topics=[snippets.policy],
        status=DocumentStatus.SUPERSEDED,
        status_explanation="The guidance of October 2010 replaced this draft as a"
        " whole.",
        replaced_by=guidance,
        replacement_extent=ReplacementExtent.WHOLE,
        replaced_on=dates.GUIDANCE_OCTOBER_2010_ON,
    )
    return [chapters, guidance, draft]


def place_certificate(snippets: Snippets) -> CustomDocument:
    return place_document(
        "National Certificate of Eligibility OMB 1810-0662 (sample).pdf",
        title="National Certificate of Eligibility (COE), OMB 1810-0662",
        summary="The national certificate has been required since July 1, 2017. This"
        " is a sample that shows how a form is filed here; nothing may be recorded on"
        " it.",
        document_type=DocumentType.FORM,
        document_date=dates.CERTIFICATE_ON,
        issue="OMB 1810-0662",
        topics=[snippets.eligibility, snippets.recruitment],
    )
