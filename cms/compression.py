"""Brotli and gzip for public answers, each with a validator of its own.

HEAD is answered here as well: its headers are those of the content that it leaves out.
"""

import gzip
import re
from collections.abc import Callable
from functools import lru_cache

import brotli
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

ENCODINGS = ("br", "gzip")
TEXTS = re.compile(r"text/|application/(.+\+)?(json|xml)|image/svg\+xml")
# In a packet that has to be sent anyway there is nothing to win.
SHORTEST = 1000
# Levels that take about as long as sending what they save.
BROTLI_LEVEL, GZIP_LEVEL = 4, 6
SUFFIX = re.compile(r'-(br|gzip)"')


class CompressionMiddleware:
    """Compresses what is the same for all, where its reader takes it.

    What is for one visitor alone stays as it is: its length would tell of the secrets
    in it (BREACH).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        known = request.META.get("HTTP_IF_NONE_MATCH", "")
        if known:
            # The views know one validator, whatever the encoding.
            request.META["HTTP_IF_NONE_MATCH"] = SUFFIX.sub('"', known)
        response = self.get_response(request)
        if response.status_code == 304:
            restore_suffix(response, known)
            if response.has_header("ETag"):
                # As with the content that it stands for.
                patch_vary_headers(response, ["Accept-Encoding"])
        elif may_be_compressed(request, response):
            patch_vary_headers(response, ["Accept-Encoding"])
            encoding = chosen(request.META.get("HTTP_ACCEPT_ENCODING", ""))
            if encoding:
                compress(response, encoding)
        if request.method == "HEAD":
            remove_content(response)
        return response


def may_be_compressed(request: HttpRequest, response: HttpResponseBase) -> bool:
    return (
        not response.streaming
        and not request.COOKIES
        and not response.cookies
        and not response.has_header("Content-Encoding")
        and TEXTS.match(response.get("Content-Type", "")) is not None
        and isinstance(response, HttpResponse)
        and len(response.content) >= SHORTEST
    )


def remove_content(response: HttpResponseBase) -> None:
    """Keep what HEAD is sent: all that GET is, but for the content."""
    if isinstance(response, HttpResponse) and response.content:
        response["Content-Length"] = str(len(response.content))
        response.content = b""


@lru_cache(maxsize=256)
def chosen(accepted: str) -> str | None:
    """Return the best encoding of an Accept-Encoding header, or None."""
    offers = {}
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        offers[name.strip()] = re.sub(r"\s", "", weight) not in ("q=0", "q=0.0")
    return next((name for name in ENCODINGS if offers.get(name)), None)


def compress(response: HttpResponseBase, encoding: str) -> None:
    etag = response.get("ETag", "")
    response.content = compressed(response.content, encoding, etag)  # type: ignore[attr-defined]
    response["Content-Encoding"] = encoding
    response["Content-Length"] = str(len(response.content))  # type: ignore[attr-defined]
    if etag.endswith('"'):
        response["ETag"] = f'{etag[:-1]}-{encoding}"'


def compressed(content: bytes, encoding: str, etag: str) -> bytes:
    """Return the content in an encoding; what has a strong validator is kept."""
    if not etag.startswith('"'):
        return encode(content, encoding)
    key = f"{encoding}-{etag[1:-1]}-{len(content)}"
    kept: bytes | None = caches["answers"].get(key)
    if kept is None:
        kept = encode(content, encoding)
        caches["answers"].set(key, kept)
    return kept


def encode(content: bytes, encoding: str) -> bytes:
    if encoding == "br":
        encoded: bytes = brotli.compress(content, quality=BROTLI_LEVEL)
        return encoded
    return gzip.compress(content, GZIP_LEVEL, mtime=0)


def restore_suffix(response: HttpResponseBase, known: str) -> None:
    """Tell the reader, of what has not changed, the validator that it sent."""
    etag = response.get("ETag", "")
    for encoding in ENCODINGS:
        with_suffix = f'{etag[:-1]}-{encoding}"'
        if with_suffix in known:
            response["ETag"] = with_suffix
