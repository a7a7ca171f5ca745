"""A query of which every part must be understood, or none of it is answered."""

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from django.http import HttpRequest, QueryDict
from pydantic import BaseModel

from cms.legible import is_text

from .problems import SHOWN_LENGTH, BadParametersError, ParameterError, hint

Q = TypeVar("Q", bound=BaseModel)

# What Django puts in the place of bytes that are not UTF-8.
NOT_UTF8 = "\ufffd"
# A short query must not get a long answer.
SHOWN_ERRORS = 10


def query_of(request: HttpRequest, model: type[Q]) -> Q:
    """Return the query of a request; raises a problem, or pydantic's error."""
    given = request.GET
    known = list(model.model_fields)
    errors = list(islice(misunderstandings(given, known), SHOWN_ERRORS))
    if errors:
        raise BadParametersError(errors)
    return model.model_validate(given.dict())


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
        return f"is not a parameter of this address{hint(name, known)}"
    if len(values) > 1:
        return "is given more than once"
    if not values[0].strip():
        return "has no value"
    if NOT_UTF8 in values[0]:
        return "is not UTF-8"
    if not is_text(values[0]):
        return "has a control character"
    return None
