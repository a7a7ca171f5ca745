"""What things look like in OpenAPI: a schema with a name for each type and shape.

Types are told apart by the constant `type` in their `meta`, which has a schema of its
own for each type; a generated client gets unions of classes that it can choose from.
"""

from functools import cache, reduce
from operator import or_
from typing import Any, Literal

from pydantic import BaseModel, RootModel, create_model

from cms.publishing.models import Resource
from cms.publishing.registry import PublishedType, published_types

Shape = Literal["card", "detail"]
SUFFIX: dict[Shape, str] = {"card": "Card", "detail": ""}


def name_of(published: PublishedType, suffix: str) -> str:
    """Return the name of a schema: `NewsCard` or `NewsMeta`, where it is NewsDetail."""
    return published.detail.__name__.removesuffix("Detail") + suffix


def shape_of(published: PublishedType, shape: Shape) -> type[BaseModel]:
    """Return the schema of a type, which no other type has."""
    if shape == "detail":
        return published.detail
    name = name_of(published, "Card")
    if published.card.__name__ == name:
        return published.card
    return create_model(name, __base__=published.card, __doc__=published.card.__doc__)


@cache
def any_of(resource: str, shape: Shape) -> type[BaseModel]:
    """Return what a thing of a resource looks like: one of several, if it has types."""
    shapes = [shape_of(published, shape) for published in published_types(resource)]
    if len(shapes) == 1:
        return shapes[0]
    name = Resource(resource).label.title() + SUFFIX[shape]
    union: Any = RootModel[reduce(or_, shapes)]  # type: ignore[misc]
    about = "One of these, which `meta.type` tells apart."
    return create_model(name, __base__=union, __doc__=about)


def tell_types_apart(schemas: dict[str, Any]) -> None:
    """Give each type its own `meta`, where the name of the type is a constant."""
    for published in published_types():
        meta = published.detail.model_fields.get("meta")
        if meta is None or meta.annotation is None:
            continue
        name, general = name_of(published, "Meta"), meta.annotation.__name__
        constant = {"type": {"type": "string", "const": published.name}}
        if general in schemas:
            properties = schemas[general]["properties"] | constant
            schemas[name] = {**schemas[general], "properties": properties}
        for shape in (name_of(published, "Card"), published.detail.__name__):
            if schema := schemas.get(shape):
                reference = {"$ref": f"#/components/schemas/{name}"}
                schema["properties"]["meta"] = reference
