"""The answer that carries a file: named as uploaded, never run, checked by its sum."""

import logging
from http import HTTPStatus
from typing import Any

from csp.constants import NONE
from django.conf import settings
from django.db.models.fields.files import FieldFile
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header, quote_etag

from cms.storages.stores import Store

from .models import CustomDocument, DocumentVersion
from .ranges import ByteRange, UnsatisfiableError, requested_range

logger = logging.getLogger(__name__)

# What browsers show by themselves, and without running anything of it.
SHOWN_INLINE = {"application/pdf", "text/plain"}
# Text files are accepted in UTF-8 only.
WITH_CHARSET = {"text/plain", "text/csv"}

SANDBOX = {"default-src": [NONE], "sandbox": True}
# Not every browser shows a PDF in a sandbox.
PDF_POLICY = {"default-src": [NONE]}

# An address that ends within a minute is for who asked for it, and for once.
NOT_KEPT = "private, no-store"

Downloadable = CustomDocument | DocumentVersion


def file_response(
    document: Downloadable, request: HttpRequest, public: bool
) -> HttpResponseBase:
    """Return the file or the part that is asked for, or 304 where the visitor has it.

    A public file in a bucket is sent by the bucket, at a signed address. Caches may
    keep a public file that we send, but ask each time whether it still holds. Raises
    StoreError where the store does not answer.
    """
    etag = quote_etag(document.sha256)
    known = get_conditional_response(request, etag=etag) if public else None
    if known is None and public and request.method == "GET":
        address = signed_address(document)
        if address is not None:
            return to_bucket(address)
    response = known or sent_by_us(document, request, etag)
    response["ETag"] = etag
    if public:
        patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    else:
        response["Cache-Control"] = NOT_KEPT
    return response


def signed_address(document: Downloadable) -> str | None:
    """Return where visitors get a file from its store, or None where from us."""
    if not settings.S3_REDIRECTS:
        return None
    return store_of(document.file).signed_url(
        str(document.file.name), content_type(document), disposition(document)
    )


def store_of(file: FieldFile) -> Store:
    storage: Any = file.storage
    store: Store = storage
    return store


def to_bucket(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response["Cache-Control"] = NOT_KEPT
    return response


def sent_by_us(
    document: Downloadable, request: HttpRequest, etag: str
) -> HttpResponseBase:
    """Return the file with its name, type and size; HEAD asks no store for it."""
    try:
        part = requested_range(request, etag, document.size)
    except UnsatisfiableError:
        return nothing_of(document)
    if request.method == "HEAD":
        response: HttpResponseBase = HttpResponse()
        response["Content-Length"] = document.size
    else:
        response = streamed(document, part)
    return described(response, document)


def nothing_of(document: Downloadable) -> HttpResponse:
    """Say how long the file is to whoever asked for what lies behind its end."""
    response = HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
    response["Content-Range"] = f"bytes */{document.size}"
    del response["Content-Type"]
    return response


def streamed(document: Downloadable, part: ByteRange | None) -> StreamingHttpResponse:
    """Return the bytes in pieces, which are never in memory together."""
    start, stop = (part.start, part.stop) if part else (0, None)
    try:
        stream = store_of(document.file).stream(str(document.file.name), start, stop)
    except FileNotFoundError as error:
        logger.exception("The file of %r is missing.", document)
        raise Http404("The file is missing.") from error
    response = StreamingHttpResponse(stream)
    response["Content-Length"] = stream.size
    if part:
        response.status_code = HTTPStatus.PARTIAL_CONTENT
        response["Content-Range"] = part.content_range(document.size)
    return response


def described(response: HttpResponseBase, document: Downloadable) -> HttpResponseBase:
    """Say what the file is, and that nothing in it may run here."""
    response["Content-Type"] = content_type(document)
    response["Content-Disposition"] = disposition(document)
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    is_pdf = document.media_type == "application/pdf"
    response._csp_config = PDF_POLICY if is_pdf else SANDBOX  # type: ignore[attr-defined]
    return response


def content_type(document: Downloadable) -> str:
    kind = document.media_type
    return f"{kind}; charset=utf-8" if kind in WITH_CHARSET else kind


def disposition(document: Downloadable) -> str:
    """Return how a browser is to take the file, with its exact name (RFC 6266)."""
    as_attachment = document.media_type not in SHOWN_INLINE
    return content_disposition_header(as_attachment, document.filename) or "attachment"
