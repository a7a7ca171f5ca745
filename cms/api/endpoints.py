"""An endpoint answers directly: ninja describes it, and need not stand in between.

Ninja's own way to a view takes longer than the database. What it would do, reading
the query by its model, is done here, strictly.
"""

import inspect
from collections.abc import Callable, Iterator
from typing import Annotated, Any, get_args, get_origin

from django.http import HttpRequest, HttpResponseBase
from ninja import NinjaAPI
from pydantic import BaseModel

from .strictness import query_of

View = Callable[..., HttpResponseBase]


def endpoints_of(api: NinjaAPI) -> Iterator[tuple[str, View]]:
    """Yield the name of each address that ninja knows, with the function behind it."""
    for _prefix, router in api._routers:
        for path in router.path_operations.values():
            for operation in path.operations:
                yield operation.view_func.__name__, operation.view_func


def direct(function: View) -> View:
    """Return the view that calls an endpoint with its query, read by its model."""
    model = query_model(function)

    def view(request: HttpRequest, **numbers: Any) -> HttpResponseBase:
        return function(request, query=query_of(request, model), **numbers)

    return view


def query_model(function: View) -> type[BaseModel]:
    annotation = inspect.signature(function).parameters["query"].annotation
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    model: type[BaseModel] = annotation
    return model
