"""What a visitor gets of a document: its page, and its file."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from cms.alternates import active_language, alternates_of, path_in
from cms.publishing.content import public_content, show_alone, site_info

from .access import Access
from .addresses import localized
from .answering import answer_for, of_document, of_version, withdrawn
from .covers import cover_response
from .downloads import file_response
from .models import CustomDocument, DocumentVersion
from .version_links import links_of_document, links_of_version


@of_document
def document(
    request: HttpRequest, found: CustomDocument, access: Access, slug: str = ""
) -> HttpResponseBase:
    """Show the page of a document; other words in its address lead to it."""
    show_alone(request, found)
    public = access is Access.PUBLIC
    path, site = path_in(active_language(), found.path), site_info(request)
    if slug != found.slug:
        return answer_for(access, redirect(path, permanent=public))
    context = {
        "content": localized(public_content(request, found, stored=public)),  # type: ignore[arg-type]
        "is_released": found.is_released,
        "site_info": site,
        "alternates": alternates_of(found.path, site),
    }
    return answer_for(access, render(request, "documents/document.html", context))


@of_document
def download(
    request: HttpRequest, found: CustomDocument, access: Access, filename: str
) -> HttpResponseBase:
    """Send the file of a document as it is now, or say why it is withdrawn."""
    if found.is_withdrawn:
        return answer_for(access, withdrawn(request, found))
    if filename != found.filename:
        return answer_for(access, redirect(found.download_path))
    response = file_response(found, request, public=access is Access.PUBLIC)
    response["Link"] = links_of_document(found, access)
    return response


@of_version
def version(
    request: HttpRequest, found: DocumentVersion, access: Access, filename: str
) -> HttpResponseBase:
    """Send the file that a document had as this version, or say why it is withdrawn."""
    if filename != found.filename:
        return answer_for(access, redirect(found.download_path))
    response = file_response(found, request, public=access is Access.PUBLIC)
    response["Link"] = links_of_version(found, access)
    return response


@of_version
def cover(
    request: HttpRequest, found: DocumentVersion, access: Access
) -> HttpResponseBase:
    """Send the picture of the first page of a version, to whom the file is sent."""
    if not found.thumbnail:
        raise Http404("No such picture.")
    return cover_response(found, request, public=access is Access.PUBLIC)
