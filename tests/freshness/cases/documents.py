"""Documents: in lists, beside others of their series, attached, and linked to."""

from datetime import date

from django.core.files.base import ContentFile

from tests.factories import give_cover, give_text
from tests.freshness.world import HOUR, NOW, World

from . import case, edit

# Beside the report are those of its series, what it replaces, the news item to which
# it is attached, the card of that at home, and a page that links to it.
BESIDE = "first last older item hub home"


@case(
    f"report {BESIDE}",
    html="library news",
    shows="DocumentCard.title DocumentCard.meta DocumentLink.title DocumentLink.path"
    " DocumentLink.url DocumentMeta.slug DocumentMeta.path DocumentMeta.html_url"
    " DocumentMeta.last_published_at Replacement.document RichTextItem.value"
    " CalloutValue.text",
    by="documents.customdocument",
)
def a_documents_title(world: World) -> None:
    edit(world.report, title="Other title")


@case(
    f"report {BESIDE}",
    same="first last older",
    html="library news",
    shows="DocumentCard.filename DocumentCard.extension DocumentCard.media_type"
    " DocumentCard.size DocumentCard.sha256 DocumentLink.filename"
    " DocumentLink.extension DocumentLink.media_type DocumentLink.size"
    " DocumentLink.download_url DocumentMeta.download_url"
    " DocumentMeta.public_updated_at DocumentCard.version_number"
    " DocumentDetail.versions Version.number Version.published_at Version.change_note"
    " Version.change_kind Version.filename Version.extension Version.media_type"
    " Version.size Version.sha256 Version.download_url",
)
def a_documents_file(world: World) -> None:
    content = ContentFile(b"a,b\n1,2\n", name="other.csv")
    world.report.replace_file(content, "Adds a column.")


@case(
    f"report {BESIDE}",
    same="first last older",
    html="library news",
    shows="DocumentCard.pages DocumentCard.page_unit DocumentLink.pages"
    " DocumentLink.page_unit Version.pages Version.page_unit",
)
def a_documents_file_was_read(world: World) -> None:
    give_text(world.report, "The first page.", "The second page.")


@case(
    "report",
    shows="DocumentCard.cover Cover.url Cover.width Cover.height Cover.alt",
)
def a_documents_first_page_was_drawn(world: World) -> None:
    give_cover(world.report)


@case(
    "report",
    shows="DocumentDetail.accessibility DocumentAccessibility.grade"
    " DocumentAccessibility.label DocumentAccessibility.missing",
)
def a_documents_accessibility(world: World) -> None:
    world.report.versions.update(is_tagged=False, has_text_layer=True)
    world.report.save()


@case(
    "report",
    before=a_documents_file,
    shows="Version.withdrawal Withdrawal.withdrawn_at Withdrawal.explanation",
)
def an_earlier_version_withdrawn(world: World) -> None:
    world.report.versions.get(number=1).withdraw("It named a child.")


@case(
    f"report {BESIDE}",
    same="first last older",
    html="library news",
    shows="DocumentCard.status DocumentCard.status_label DocumentLink.status"
    " DocumentLink.status_label DocumentDetail.status_explanation",
)
def a_documents_status(world: World) -> None:
    edit(world.report, status="under_review", status_explanation="A chapter changes.")


@case(
    f"report {BESIDE}",
    html="library news",
    same="older",
    shows="DocumentDetail.next_in_series DocumentDetail.previous_in_series",
)
def a_document_withdrawn(world: World) -> None:
    values = {"status": "withdrawn", "status_explanation": "It was wrong."}
    edit(world.report, **values)


@case(
    f"report {BESIDE}",
    html="library news",
    same="first last older",
    shows="DocumentCard.document_type DocumentCard.document_type_label"
    " DocumentLink.document_type DocumentLink.document_type_label"
    " DocumentCard.document_date DocumentLink.document_date DocumentMeta.date"
    " DocumentCard.fiscal_year DocumentCard.issue DocumentCard.summary",
)
def what_a_document_is(world: World) -> None:
    edit(
        world.report,
        document_type="report",
        document_date=date(2030, 2, 1),
        fiscal_year=2030,
        issue="v.1",
        summary="What it answers.",
    )


@case(
    f"report {BESIDE}",
    html="library news",
    shows="DocumentCard.language DocumentLink.language DocumentMeta.locale",
)
def a_documents_language(world: World) -> None:
    edit(world.report, language="es")


@case(
    "slides last hub",
    html="library",
    shows="DocumentCard.series DocumentCard.series_position"
    " DocumentListValue.documents",
)
def a_documents_place_in_a_series(world: World) -> None:
    edit(world.slides, series=world.series, series_position=4)


@case("report", html="library", shows="DocumentCard.topics")
def a_documents_topics(world: World) -> None:
    world.report.topics.clear()


@case("first report")
def a_replacement(world: World) -> None:
    values = {"replacement_extent": "part", "replacement_note": "Chapter II."}
    edit(world.first, replaced_by=world.report, **values)


@case(
    "report older",
    shows="DocumentDetail.replaces DocumentDetail.replaced_by",
)
def a_replacement_taken_back(world: World) -> None:
    edit(world.older, replaced_by=None)


@case(
    "report older hub",
    same="hub",
    html="library",
    shows="Replacement.extent Replacement.extent_label Replacement.note"
    " Replacement.replaced_on",
)
def what_is_said_of_a_replacement(world: World) -> None:
    """Which makes the document superseded, too."""
    values = {"replacement_extent": "whole", "replacement_note": "All of it."}
    edit(world.older, **values, replaced_on=date(2017, 3, 1))


@case(
    "first last older item hub home",
    gone={"report": "restricted"},
    html="library news",
    shows="NewsCard.attachments",
)
def a_document_moved_to_a_private_collection(world: World) -> None:
    edit(world.report, collection=world.cellar)


@case(
    f"report {BESIDE}",
    html="library news",
    before=a_document_moved_to_a_private_collection,
)
def a_document_moved_back(world: World) -> None:
    edit(world.report, collection=world.shelf)


@case(
    "webinar hub", gone={"slides": "deleted", "to_slides": "restricted"}, html="library"
)
def a_document_deleted(world: World) -> None:
    world.webinar.attachments.all().delete()
    world.slides.delete()


@case("webinar hub", gone={"transcript": "restricted"}, html="library")
def a_transcript_moved_to_a_private_collection(world: World) -> None:
    edit(world.transcript, collection=world.cellar)


@case("coming hub to_coming", html="library", shows="RichTextItem.value")
def a_document_released(world: World) -> None:
    world.coming.release()


def set_a_release(world: World) -> None:
    edit(world.coming, release_at=NOW + HOUR)


@case("coming hub to_coming", html="library", before=set_a_release, at=NOW + HOUR)
def the_time_of_a_release_comes(world: World) -> None:
    """Nobody does anything."""


def wait_for_a_page(world: World) -> None:
    edit(world.coming, releases_with_page=True)


@case(
    "coming hub brief home to_coming",
    html="library news",
    shows="NewsCard.attachments",
    before=wait_for_a_page,
)
def a_document_released_with_a_page(world: World) -> None:
    page = world.brief
    page.attachments.create(document=world.coming)
    edit(page)


@case(
    "brief report home",
    html="news",
    shows="DocumentDetail.used_on",
    by="uses-of-document",
)
def a_document_attached_to_another_page(world: World) -> None:
    page = world.brief
    page.attachments.create(document=world.report)
    edit(page)


@case()
def a_document_that_is_not_released(world: World) -> None:
    edit(world.coming, title="Other title")


@case("quiet_document", html="library")
def a_document_that_nothing_shows(world: World) -> None:
    edit(world.quiet_document, title="Other title")


@case("quiet_document hub", html="library", by="list-documents.CustomDocument")
def a_document_that_comes_into_a_list_of_a_type(world: World) -> None:
    edit(world.quiet_document, document_type="presentation")
