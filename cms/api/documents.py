"""Documents: the list, and one by its number."""

from typing import Annotated

from django.http import HttpRequest, HttpResponseBase
from ninja import Query, Router
from pydantic import Field

from cms.publishing.models import Resource

from .answers import detail_answers, list_answers
from .declared_filters import filtered_as
from .details import Number, send_detail
from .document_texts import ANSWERS, TextQuery, send_text
from .lists import send_list
from .parameters import PageReference
from .query import DetailQuery, Locale, Place, SearchedQuery

router = Router(tags=["documents"])


@filtered_as(Resource.DOCUMENTS)
class DocumentListQuery(SearchedQuery):
    """The parameters of the list of documents."""

    attachments_of: Annotated[
        Place,
        PageReference(),
        Field(
            description=(
                "Documents that this public page links to, attached or in its text; "
                "`root` is the home page."
            ),
            examples=["root"],
        ),
    ] = None
    locale: Locale = None


@router.get(
    "/",
    response=list_answers(Resource.DOCUMENTS),
    operation_id="listDocuments",
    summary="List documents",
    description="Released documents that are not withdrawn, superseded ones included.",
)
def list_documents(
    request: HttpRequest, query: Query[DocumentListQuery]
) -> HttpResponseBase:
    return send_list(request, Resource.DOCUMENTS, query)


@router.get(
    "/{int:id}/",
    response=detail_answers(Resource.DOCUMENTS),
    operation_id="getDocument",
    summary="Get a document",
    description="A document with its facts, what it replaces and where it is used.",
)
def get_document(
    request: HttpRequest,
    id: Number,  # noqa: A002 - the name that clients see
    query: Query[DetailQuery],
) -> HttpResponseBase:
    return send_detail(request, Resource.DOCUMENTS, id, query)


@router.get(
    "/{int:id}/text/",
    response=ANSWERS,
    operation_id="getDocumentText",
    summary="Get the text of a document",
    description=(
        "What a document's file says, page by page, as it was read from the file: for "
        "searching, quoting and summing up. A withdrawn document has none."
    ),
)
def get_document_text(
    request: HttpRequest,
    id: Number,  # noqa: A002 - the name that clients see
    query: Query[TextQuery],
) -> HttpResponseBase:
    return send_text(request, id, query)
