"""Citations of a document as files, for whoever may see its page."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cms.publishing.clock import catch_up
from cms.publishing.content import public_content, show_alone, site_info
from documents.access import Access, access_to, hiding
from documents.models import CustomDocument
from documents.views import answer_for, gone_or_missing

from .citation import Citation
from .formats import FORMATS


@require_safe
@transaction.non_atomic_requests
@hiding
def cite(
    request: HttpRequest, document_id: int, slug: str, kind: str
) -> HttpResponseBase:
    """Send the citation of a document; other words in its address lead to it."""
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
        path = reverse("document_citation", args=[document_id, found.slug, kind])
        return answer_for(access, redirect(path, permanent=public))
    content = public_content(request, found, stored=public)
    citation = Citation(content, site_info(request))  # type: ignore[arg-type]
    return answer_for(access, citation_response(citation, kind))


def citation_response(citation: Citation, kind: str) -> HttpResponse:
    form = FORMATS[kind]
    content_type = f"{form.media_type}; charset=utf-8"
    response = HttpResponse(form.write(citation), content_type=content_type)
    name = f"{citation.document.meta.slug}.{kind}"
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    return response
