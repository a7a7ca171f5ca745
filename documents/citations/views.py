"""Citations of a document as files, for whoever may see its page."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header

from cms.publishing.content import public_content, show_alone, site_info
from documents.access import Access
from documents.answering import answer_for, of_document
from documents.models import CustomDocument

from .citation import Citation
from .formats import FORMATS


@of_document
def cite(
    request: HttpRequest, found: CustomDocument, access: Access, slug: str, kind: str
) -> HttpResponseBase:
    """Send the citation of a document; other words in its address lead to it."""
    show_alone(request, found)
    public = access is Access.PUBLIC
    if slug != found.slug:
        path = reverse("document_citation", args=[found.pk, found.slug, kind])
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
