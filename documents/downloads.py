"""The answer that carries a file: named as uploaded, never run, checked by its sum."""

import logging

from csp.constants import NONE
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag

from .models import CustomDocument, DocumentVersion

logger = logging.getLogger(__name__)

# What browsers show by themselves, and without running anything of it.
SHOWN_INLINE = {"application/pdf", "text/plain"}
# Text files are accepted in UTF-8 only.
WITH_CHARSET = {"text/plain", "text/csv"}

Downloadable = CustomDocument | DocumentVersion

SANDBOX = {"default-src": [NONE], "sandbox": True}
# Not every browser shows a PDF in a sandbox.
PDF_POLICY = {"default-src": [NONE]}


def file_response(
    document: Downloadable, request: HttpRequest, public: bool
) -> HttpResponseBase:
    """Return the file, or 304 where the visitor has it already.

    Caches may keep a public file, but ask each time whether it still holds.
    """
    etag = quote_etag(document.sha256)
    answer = get_conditional_response(request, etag=etag) if public else None
    response = answer or stream(document)
    response["ETag"] = etag
    if public:
        patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def stream(document: Downloadable) -> FileResponse:
    """Return the bytes with their name, type and size."""
    try:
        file = document.file.storage.open(str(document.file.name), "rb")
    except FileNotFoundError as error:
        logger.exception("The file of document %s is missing.", document.pk)
        raise Http404("The file is missing.") from error
    kind = document.media_type
    response = FileResponse(
        file,
        as_attachment=kind not in SHOWN_INLINE,
        filename=document.filename,
        content_type=f"{kind}; charset=utf-8" if kind in WITH_CHARSET else kind,
    )
    response["Content-Length"] = document.size
    response["X-Content-Type-Options"] = "nosniff"
    policy = PDF_POLICY if kind == "application/pdf" else SANDBOX
    response._csp_config = policy  # type: ignore[attr-defined]
    return response
