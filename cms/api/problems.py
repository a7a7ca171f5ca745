"""What goes wrong, told as RFC 9457 says: `application/problem+json`."""

import json
import logging
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any, Literal

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError
from pydantic import BaseModel, Field, ValidationError
from pydantic_core import PydanticCustomError

from cms.error_pages import RETRY_SECONDS, UNREACHABLE
from cms.publishing.models import SILENT_REASONS, Publication, Resource
from cms.publishing.reading import Row

# The attribute of a request that says how far the log was when it was read.
LOG_STATE = "log_state"

logger = logging.getLogger("django.request")

MEDIA_TYPE = "application/problem+json"
# Of what was sent, this much is repeated; and so many values are named in words.
SHOWN_LENGTH, NAMED = 80, 12


class ParameterError(BaseModel):
    """One parameter of the query that cannot be answered."""

    parameter: str
    message: str
    allowed: list[str] | None = Field(
        None, description="What would be accepted, where that can be listed."
    )


class Problem(BaseModel):
    """Why there is no answer (RFC 9457)."""

    type: Literal["about:blank"]
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str


class BadRequestProblem(Problem):
    """The query cannot be answered; each parameter that is wrong is named."""

    errors: list[ParameterError] | None = None


class NoPageProblem(Problem):
    """There is no page; perhaps there is a redirect that leads elsewhere."""

    redirect: str | None = Field(
        None,
        description=(
            "Address in the API of a redirect from this path, where it leads to what "
            "is no page: a file, or another site."
        ),
        json_schema_extra={"format": "uri"},
    )


class GoneProblem(Problem):
    """What was public once, with the reason why it no longer is: its tombstone.

    Without its path, which changes tell to those who have a copy: numbers can be tried
    by anybody, and would tell what pages were about that were published by mistake.
    """

    resource: Resource
    id: int
    content_type: str = Field(
        description="What `type` is in changes; here that is the kind of problem.",
        examples=["news.NewsPage"],
    )
    locale: str | None = Field(description="Null where it has no language.")
    reason: Literal["unpublished", "deleted", "expired", "withdrawn"]
    gone_at: str = Field(
        description="When it left.", json_schema_extra={"format": "date-time"}
    )


class StaleCursorProblem(Problem):
    """The cursor is older than the tombstones that are kept."""

    start: str = Field(
        description="Where to start anew.", json_schema_extra={"format": "uri"}
    )


class ProblemError(Exception):
    """Raised by whatever cannot answer; becomes the response."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}
        self.members = members


class BadParametersError(ProblemError):
    """One or more parameters of the query are wrong."""

    def __init__(self, errors: list[ParameterError]) -> None:
        named = "; ".join(f"{error.parameter} {error.message}" for error in errors)
        detail = named if named.endswith("?") else f"{named}."
        members = [error.model_dump(exclude_none=True) for error in errors]
        super().__init__(HTTPStatus.BAD_REQUEST, detail, errors=members)


def bad_parameter(
    name: str, message: str, allowed: list[str] | None = None
) -> BadParametersError:
    error = ParameterError(parameter=name, message=message, allowed=allowed)
    return BadParametersError([error])


def bad_value(
    message: str, allowed: list[str] | None = None, parameter: str | None = None
) -> PydanticCustomError:
    """Return what is raised for a value; the parameter is the one that is read."""
    # The message stands in the context: a template would give a meaning to braces.
    context = {"message": message, "allowed": allowed, "parameter": parameter}
    return PydanticCustomError("bad_value", "{message}", context)


def no_value(value: str, allowed: list[str]) -> PydanticCustomError:
    """Return what is raised for a value that is none of those that there are."""
    return bad_value(unknown(value, allowed), allowed)


def unknown(value: str, allowed: Collection[str]) -> str:
    """Say that there is no such value, and the likely one, or else which there are."""
    shown = value if len(value) <= SHOWN_LENGTH else f"{value[:SHOWN_LENGTH]}…"
    rest = hint(value, allowed)
    if not rest and len(allowed) <= NAMED:
        rest = f"; allowed: {', '.join(f'`{name}`' for name in allowed)}"
    return f"has no value `{shown}`{rest}"


def hint(word: str, known: Collection[str]) -> str:
    """Return a question after the word that was meant, where one is like it."""
    like = get_close_matches(word[:SHOWN_LENGTH], known, n=1, cutoff=0.7)
    return f"; did you mean `{like[0]}`?" if like else ""


def not_found(what: str) -> ProblemError:
    return ProblemError(HTTPStatus.NOT_FOUND, f"There is no such {what}.")


def gone(row: Publication | Row | None, what: str) -> ProblemError:
    """Return the answer to a tombstone, or to nothing at all."""
    if row is None or row.reason in SILENT_REASONS:
        return not_found(what)
    day = row.recorded_at.date().isoformat()
    return ProblemError(
        HTTPStatus.GONE,
        f"This {what} was public until {day}. Why it left: {row.reason}.",
        resource=row.resource,
        id=row.object_id,
        content_type=row.type,
        locale=row.locale or None,
        reason=row.reason,
        gone_at=row.recorded_at.isoformat().replace("+00:00", "Z"),
    )


def problem_response(
    request: HttpRequest, error: Exception | type[Exception]
) -> HttpResponse:
    """Answer any exception; an unexpected one is logged and tells nothing."""
    problem = as_problem(error)
    if problem.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        logger.error("%s failed", request.path, exc_info=True)
    content = {
        "type": "about:blank",
        "title": problem.status.phrase,
        "status": problem.status.value,
        "detail": problem.detail,
        **problem.members,
    }
    headers = {"Cache-Control": "no-store", **problem.headers}
    if hasattr(request, LOG_STATE):
        headers["Content-Version"] = str(getattr(request, LOG_STATE).sequence)
    return HttpResponse(
        json.dumps(content, ensure_ascii=False),
        status=problem.status,
        content_type=MEDIA_TYPE,
        headers=headers,
    )


def as_problem(error: Exception | type[Exception]) -> ProblemError:
    """Translate what Django and ninja raise."""
    if isinstance(error, ProblemError):
        return error
    if isinstance(error, ValidationError):
        return BadParametersError([parameter_error(item) for item in error.errors()])
    if isinstance(error, Http404):
        return not_found("address")
    if isinstance(error, SuspiciousOperation | BadRequest):
        return ProblemError(HTTPStatus.BAD_REQUEST, "The request cannot be read.")
    if isinstance(error, HttpError):
        return ProblemError(HTTPStatus(error.status_code), error.message)
    if isinstance(error, UNREACHABLE):
        logger.error("The database does not answer.", exc_info=error)
        return ProblemError(
            HTTPStatus.SERVICE_UNAVAILABLE,
            "The database does not answer. Ask again in a minute.",
            headers={"Retry-After": str(RETRY_SECONDS)},
        )
    return ProblemError(
        HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side."
    )


def parameter_error(item: Mapping[str, Any]) -> ParameterError:
    """Translate one error of validation."""
    context = item.get("ctx", {})
    return ParameterError(
        parameter=context.get("parameter") or str(item["loc"][-1]),
        message=item["msg"],
        allowed=context.get("allowed"),
    )
