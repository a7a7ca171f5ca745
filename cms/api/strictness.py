"""A query of which every part must be understood, or none of it is answered."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.http import HttpRequest, QueryDict
from ninja.params.models import Query, QueryModel

from .problems import BadParametersError, ParameterError

# What Django puts in the place of bytes that are not UTF-8.
NOT_UTF8 = "\ufffd"
SHOWN_LENGTH = 80
# A short query must not get a long answer.
SHOWN_ERRORS = 10


class StrictQueryModel(QueryModel):
    """Gives ninja the texts of a query, once nothing in it is unknown or doubled."""

    @classmethod
    def get_request_data(
        cls, request: HttpRequest, api: Any, path_params: dict[str, Any]
    ) -> dict[str, Any]:
        known = list(getattr(cls, "__ninja_flatten_map__", {}))
        errors = list(islice(misunderstandings(request.GET, known), SHOWN_ERRORS))
        if errors:
            raise BadParametersError(errors)
        return request.GET.dict()


class StrictQuery(Query):  # type: ignore[misc]
    """Marks the argument of an endpoint that stands for its whole query."""

    _model = StrictQueryModel

    def __init__(self) -> None:
        super().__init__(default=...)

    @classmethod
    def _param_source(cls) -> str:
        return "query"


def misunderstandings(query: QueryDict, known: list[str]) -> Iterator[ParameterError]:
    """Yield what is wrong with a query, whatever its values mean."""
    for name, values in query.lists():
        if message := misunderstanding(name, values, known):
            yield ParameterError(
                parameter=name[:SHOWN_LENGTH],
                message=message,
                allowed=None if name in known else known,
            )


def misunderstanding(name: str, values: list[str], known: list[str]) -> str | None:
    if name not in known:
        return "is not a parameter of this address"
    if len(values) > 1:
        return "is given more than once"
    if not values[0].strip():
        return "has no value"
    if NOT_UTF8 in values[0]:
        return "is not UTF-8"
    if not values[0].isprintable():
        return "has a character that cannot be printed"
    return None
