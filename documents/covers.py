"""The answer that carries the picture of a first page."""

import logging
from contextlib import closing
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag

from .downloads import SANDBOX, store_of
from .models import DocumentVersion

logger = logging.getLogger(__name__)


def cover_response(
    version: DocumentVersion, request: HttpRequest, public: bool
) -> HttpResponseBase:
    """Return the picture, or 304 where the visitor has it; kept as the file is."""
    etag = etag_of(version)
    answer = get_conditional_response(request, etag=etag) if public else None
    response = answer or picture_of(version)
    response["ETag"] = etag
    if public:
        patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def etag_of(version: DocumentVersion) -> str:
    """Return what tells this picture from others: no two have had its stored name."""
    return quote_etag(sha256(str(version.thumbnail.name).encode()).hexdigest()[:32])


def picture_of(version: DocumentVersion) -> HttpResponse:
    """Return the picture, which is small enough to be read at once.

    Raises StoreError where the store does not answer.
    """
    store = store_of(version.thumbnail)
    try:
        with closing(store.stream(str(version.thumbnail.name))) as stream:
            response = HttpResponse(b"".join(stream), content_type="image/webp")
    except FileNotFoundError as error:
        logger.exception("The picture of %s is missing.", version)
        raise Http404("The picture is missing.") from error
    response["X-Content-Type-Options"] = "nosniff"
    response._csp_config = SANDBOX  # type: ignore[attr-defined]
    return response
