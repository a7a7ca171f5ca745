"""Rich text in answers: as HTML, as it is stored, or on request as a tree."""

from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

from cms.publishing.registry import type_named
from cms.publishing.rich_text import tree_of
from cms.publishing.schemas.rich_text import Html

from .parameters import OneOf

Form = Literal["html", "tree"]
Convert = Callable[[Any], Any]


RichTextParameter = Annotated[
    Form,
    OneOf(get_args(Form)),
    Field(
        description="Rich text as HTML, or as a tree of nodes: paragraphs, lists, "
        "text and links.",
        examples=["tree"],
    ),
]


def with_trees(type_name: str, value: Any) -> Any:
    """Return the JSON of a thing of this type, or a part, with trees for its HTML.

    A value that has not all of the fields of its type keeps those it has. What is of a
    type that the code no longer knows is returned as it is.
    """
    try:
        detail = type_named(type_name).detail
    except KeyError:
        return value
    convert = _of_schema(detail)
    return convert(value) if convert else value


@cache
def _of_schema(schema: type[BaseModel]) -> Convert | None:
    """Return what converts an object of a schema, or None where it has no rich text."""
    found = {name: _of_field(info) for name, info in schema.model_fields.items()}
    parts = {name: convert for name, convert in found.items() if convert}
    if not parts:
        return None
    return lambda value: {
        name: parts[name](part) if name in parts else part
        for name, part in value.items()
    }


def _of_field(info: FieldInfo) -> Convert | None:
    if _marks_html(info.metadata):
        return tree_of
    return _of(info.annotation)


def _of(annotation: Any) -> Convert | None:
    """Return what converts a value of a type, or None where it has no rich text."""
    if isinstance(annotation, TypeAliasType):
        return _of(annotation.__value__)
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return tree_of if _marks_html(parts[1:]) else _of(parts[0])
    if origin is list:
        return _of_items(_of(parts[0]))
    if origin in (Union, UnionType):
        return _of_union(parts)
    is_schema = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return _of_schema(annotation) if is_schema else None


def _of_items(convert: Convert | None) -> Convert | None:
    return convert and (lambda items: [convert(item) for item in items])


def _of_union(parts: tuple[Any, ...]) -> Convert | None:
    """Return what converts a value that may be null, or one of several blocks."""
    schemas = [part for part in parts if part is not type(None)]
    if len(schemas) == 1:
        convert = _of(schemas[0])
        return convert and (lambda value: None if value is None else convert(value))
    by_type = {name: _of(schema) for schema in schemas for name in _types(schema)}
    if not any(by_type.values()):
        return None

    def convert_block(value: Any) -> Any:
        convert = by_type.get(value.get("type"))
        return convert(value) if convert else value

    return convert_block


def _types(schema: Any) -> tuple[str, ...]:
    """Return the values of `type` by which a union tells its schemas apart."""
    field = getattr(schema, "model_fields", {}).get("type")
    return get_args(field.annotation) if field else ()


def _marks_html(metadata: Any) -> bool:
    return any(isinstance(part, Html) for part in metadata)
