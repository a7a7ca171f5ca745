"""What each address of a document asks first: is it there, and for whom?"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.alternates import active_language, path_in
from cms.error_pages import gone
from cms.publishing.clock import catch_up
from cms.publishing.models import Publication, Reason, Resource

from .access import Access, access_to, access_to_version, hiding
from .models import CustomDocument, DocumentVersion

View = Callable[..., HttpResponseBase]


def of_document(view: View) -> View:
    """Give a view the document of `document_id` with the visitor's access to it.

    Who has none is answered as if nothing were there.
    """

    @wraps(view)
    def answer(
        request: HttpRequest, document_id: int, **names: Any
    ) -> HttpResponseBase:
        catch_up()
        found = CustomDocument.objects.filter(pk=document_id).first()
        if found is None:
            return gone_or_missing(request, document_id)
        access = access_to(found, request)
        if access is None:
            raise Http404("No such document.")
        return view(request, found, access, **names)

    return read_only(answer)


def of_version(view: View) -> View:
    """Give a view the version of `document_id` and `number`, with the access to it.

    One that is withdrawn, or whose document is, answers why.
    """

    @wraps(view)
    def answer(
        request: HttpRequest, document_id: int, number: int, **names: Any
    ) -> HttpResponseBase:
        catch_up()
        versions = DocumentVersion.objects.select_related("document")
        found = versions.filter(document=document_id, number=number).first()
        if found is None:
            return gone_or_missing(request, document_id)
        access = access_to_version(found, request)
        if access is None:
            raise Http404("No such document.")
        if found.document.is_withdrawn:
            return answer_for(access, withdrawn(request, found.document))
        if found.is_withdrawn:
            return answer_for(access, withdrawn_version(request, found))
        return view(request, found, access, **names)

    return read_only(answer)


def read_only(view: View) -> View:
    """Let a view be only read, without a transaction, telling nothing of the hidden."""
    return require_safe(transaction.non_atomic_requests(hiding(view)))


def answer_for(access: Access, response: HttpResponse) -> HttpResponse:
    """Keep what not everybody may see out of caches."""
    if access is not Access.PUBLIC:
        add_never_cache_headers(response)
    return response


def withdrawn(request: HttpRequest, found: CustomDocument) -> HttpResponse:
    """Say that the file is withdrawn, why, and where its page is."""
    context = {
        "title": found.title,
        "explanation": found.status_explanation,
        "path": path_in(active_language(), found.path),
    }
    return gone(request, **context)


def withdrawn_version(request: HttpRequest, found: DocumentVersion) -> HttpResponse:
    """Say that one version is withdrawn, why, and where the document's page is."""
    title = _("%(title)s, version %(number)d") % {
        "title": found.document.title,
        "number": found.number,
    }
    context = {
        "title": title,
        "explanation": found.withdrawal_explanation,
        "path": path_in(active_language(), found.document.path),
    }
    return gone(request, **context)


def gone_or_missing(request: HttpRequest, document_id: int) -> HttpResponse:
    """Say of a deleted document that it was here; of any other, that it is not."""
    deleted = Publication.objects.of(Resource.DOCUMENTS).filter(
        object_id=document_id, live=False, reason=Reason.DELETED
    )
    if not deleted.exists():
        raise Http404("No such document.")
    return gone(request)
