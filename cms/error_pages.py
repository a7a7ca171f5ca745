"""Pages that say what went wrong, and ask nobody anything to do so.

They have no query in them, no session and no user: whatever is broken, they come. The
language is the path's; the sections they name are a setting.
"""

import sys
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import translation
from django.utils.cache import add_never_cache_headers

# What a connection raises that is not there, or is cut off.
UNREACHABLE = (OperationalError, InterfaceError)
RETRY_SECONDS = 60


def error_page(
    request: HttpRequest, status: HTTPStatus, **context: Any
) -> HttpResponse:
    """Return the page of a status, such as `404.html`, in the language of the path."""
    language = language_of(request.path_info)
    with translation.override(language):
        return HttpResponse(
            html_of(status, language, **context),
            status=status,
            headers={"Content-Language": language},
        )


def html_of(status: HTTPStatus, language: str, **context: Any) -> str:
    """Return the page in the active language, which is this one."""
    sections = [s for s in settings.MAIN_SECTIONS if language_of(s[1]) == language]
    html: str = get_template(f"{status.value}.html").render(
        {"sections": sections, **context}
    )
    return html


def language_of(path: str) -> str:
    found: str = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    return found


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, HTTPStatus.NOT_FOUND)


def gone(request: HttpRequest, **context: Any) -> HttpResponse:
    """Say that something was here: `title`, `explanation` and `path` where known."""
    return error_page(request, HTTPStatus.GONE, **context)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that something is broken, or that the database does not answer."""
    if isinstance(sys.exc_info()[1], UNREACHABLE):
        return unavailable(request)
    response = error_page(request, HTTPStatus.INTERNAL_SERVER_ERROR)
    add_never_cache_headers(response)
    return response


def unavailable(
    request: HttpRequest, *, retry_after: int = RETRY_SECONDS, **context: Any
) -> HttpResponse:
    """Ask to come back; `files` says that only the store of files does not answer."""
    response = error_page(request, HTTPStatus.SERVICE_UNAVAILABLE, **context)
    response["Retry-After"] = str(retry_after)
    add_never_cache_headers(response)
    return response
