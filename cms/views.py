"""Pages in time, and image files for those who may see the image."""

from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from mimetypes import guess_type
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from cms.images import media_type_of, size_at, version_of
from cms.publishing.clock import catch_up
from cms.renditions import BusyError, GoneError, rendition_of

FOR_GOOD = "public, max-age=31536000, immutable"
NOT_KEPT = "private, no-store"
# A file of the editor's cannot act as a page of the site, whatever it holds.
SANDBOX = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


def when_caught_up(view: Any) -> Any:
    """Publish what is due before the view looks at anything."""

    @wraps(view)
    def in_time(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        catch_up()
        response: HttpResponseBase = view(request, *args, **kwargs)
        return response

    return in_time


def readable_from_anywhere(view: Any) -> Any:
    """Let scripts of any origin read a public file, and draw it on a canvas."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = view(request, *args, **kwargs)
        if response.status_code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            response["ETag"] = etag_of(request)
            response["Cache-Control"] = FOR_GOOD
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag"
        return response

    return answer


def etag_of(request: HttpRequest) -> str:
    """Return the validator of a file whose address names one version of it."""
    return f'"{sha256(request.path.encode()).hexdigest()[:32]}"'


def unchanged(request: HttpRequest) -> HttpResponse | None:
    """Return the answer to who has the file already."""
    found: HttpResponse | None = get_conditional_response(request, etag_of(request))
    return found


def public_image(pk: int, version: str) -> AbstractImage:
    """Return the image, or answer 404: not there, not public, or an older file."""
    image = get_object_or_404(get_image_model(), pk=pk)
    if image.why_not_public() or version_of(image) != version:
        raise Http404("There is no such image.")
    return image


@require_safe
@transaction.non_atomic_requests
@readable_from_anywhere
def image_size(
    request: HttpRequest, pk: int, version: str, **size: str | int
) -> HttpResponseBase:
    """Send one of the sizes that the API names, made when it is first asked for."""
    image = public_image(pk, version)
    named = size_at(image, request.path)
    if named is None:
        raise Http404("This image does not come in this size.")
    try:
        rendition = rendition_of(image, named)
    except GoneError as error:
        raise Http404("There is no such image.") from error
    except BusyError:
        return HttpResponse(status=503, headers={"Retry-After": "5"})
    return unchanged(request) or stored_file(rendition.file, named.media_type)


@require_safe
@transaction.non_atomic_requests
@readable_from_anywhere
def image_original(
    request: HttpRequest, pk: int, version: str, filename: str
) -> HttpResponseBase:
    """Send the file as it was uploaded."""
    image = public_image(pk, version)
    return unchanged(request) or stored_file(image.file, media_type_of(image))


def stored_file(file: Any, media_type: str) -> HttpResponseBase:
    """Send a file that stays as it is under its address, or answer 404: it is lost."""
    return image_file(file.storage, file.name, media_type, FOR_GOOD)


def staff_only(view: Any) -> Any:
    """Answer 404 to whoever may not use the editor."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise Http404("There is no such file.")
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@transaction.non_atomic_requests
@staff_only
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """Send a stored file to the editor, which shows pictures by their file names."""
    media_type = guess_type(name)[0] or "application/octet-stream"
    return image_file(default_storage, name, media_type, NOT_KEPT)


def image_file(storage: Any, name: str, media_type: str, keep: str) -> HttpResponseBase:
    """Send a file in pieces; raises StoreError where the store does not answer."""
    try:
        stream = storage.stream(name)
    except (OSError, ValueError, SuspiciousOperation) as error:
        raise Http404("There is no such file.") from error
    response = StreamingHttpResponse(stream, content_type=media_type)
    response["Content-Length"] = str(stream.size)
    response["Cache-Control"] = keep
    for header, value in SANDBOX.items():
        response.setdefault(header, value)
    return response
