"""What a visitor gets of a document: its page, and its file."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.publishing.clock import catch_up
from cms.publishing.content import public_content, show_alone
from cms.publishing.models import Publication, Reason, Resource

from .access import Access, access_to, access_to_version, hiding
from .covers import cover_response
from .downloads import file_response
from .models import CustomDocument, DocumentVersion
from .version_links import links_of_document, links_of_version


@require_safe
@transaction.non_atomic_requests
@hiding
def document(
    request: HttpRequest, document_id: int, slug: str = ""
) -> HttpResponseBase:
    """Show the page of a document; other words in its address lead to it."""
    catch_up()
    found = CustomDocument.objects.filter(pk=document_id).first()
    if found is None:
        return gone_or_missing(request, document_id)
    access = access_to(found, request)
    if access is None:
        raise Http404("No such document.")
    show_alone(request, found)
    public = access is Access.PUBLIC
    if slug != found.slug:
        return answer_for(access, redirect(found.path, permanent=public))
    context = {
        "content": public_content(request, found, stored=public),
        "is_released": found.is_released,
    }
    return answer_for(access, render(request, "documents/document.html", context))


@require_safe
@transaction.non_atomic_requests
@hiding
def download(request: HttpRequest, document_id: int, filename: str) -> HttpResponseBase:
    """Send the file of a document as it is now, or say why it is withdrawn."""
    catch_up()
    found = CustomDocument.objects.filter(pk=document_id).first()
    if found is None:
        return gone_or_missing(request, document_id)
    access = access_to(found, request)
    if access is None:
        raise Http404("No such document.")
    if found.is_withdrawn:
        return answer_for(access, withdrawn(request, found))
    if filename != found.filename:
        return answer_for(access, redirect(found.download_path))
    response = file_response(found, request, public=access is Access.PUBLIC)
    response["Link"] = links_of_document(found, access)
    return response


@require_safe
@transaction.non_atomic_requests
@hiding
def version(
    request: HttpRequest, document_id: int, number: int, filename: str
) -> HttpResponseBase:
    """Send the file that a document had as this version, or say why it is withdrawn."""
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
    if filename != found.filename:
        return answer_for(access, redirect(found.download_path))
    response = file_response(found, request, public=access is Access.PUBLIC)
    response["Link"] = links_of_version(found, access)
    return response


@require_safe
@transaction.non_atomic_requests
@hiding
def cover(request: HttpRequest, document_id: int, number: int) -> HttpResponseBase:
    """Send the picture of the first page of a version, to whom the file is sent."""
    catch_up()
    versions = DocumentVersion.objects.select_related("document")
    found = versions.filter(document=document_id, number=number).first()
    if found is None:
        return gone_or_missing(request, document_id)
    access = access_to_version(found, request)
    if access is None or not found.thumbnail:
        raise Http404("No such picture.")
    if found.document.is_withdrawn:
        return answer_for(access, withdrawn(request, found.document))
    if found.is_withdrawn:
        return answer_for(access, withdrawn_version(request, found))
    return cover_response(found, request, public=access is Access.PUBLIC)


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
        "path": found.path,
    }
    return render(request, "410.html", context, status=410)


def withdrawn_version(request: HttpRequest, found: DocumentVersion) -> HttpResponse:
    """Say that one version is withdrawn, why, and where the document's page is."""
    title = _("%(title)s, version %(number)d") % {
        "title": found.document.title,
        "number": found.number,
    }
    context = {
        "title": title,
        "explanation": found.withdrawal_explanation,
        "path": found.document.path,
    }
    return render(request, "410.html", context, status=410)


def gone_or_missing(request: HttpRequest, document_id: int) -> HttpResponse:
    """Say of a deleted document that it was here; of any other, that it is not."""
    deleted = Publication.objects.of(Resource.DOCUMENTS).filter(
        object_id=document_id, live=False, reason=Reason.DELETED
    )
    if not deleted.exists():
        raise Http404("No such document.")
    return render(request, "410.html", status=410)
