"""What the `fields` parameter sends of each type, by its schemas.

At the top, names add to the usual fields. What stands in `meta` may be named without
it. Nested objects are sent whole unless parentheses say which parts of them.
"""

from collections.abc import Iterable
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from typing_extensions import TypeAliasType

from cms.publishing.registry import PublishedType

from .field_grammar import ALL, NONE, USUAL, Selection
from .problems import bad_parameter

Schema = type[BaseModel]
# Names to send; None where the value is sent whole.
Plan = dict[str, Any]


def parts_of(annotation: Any) -> tuple[Any, ...]:
    """Return the types that an annotation is made of, without lists and unions."""
    if isinstance(annotation, TypeAliasType):
        return parts_of(annotation.__value__)
    if get_origin(annotation) is Annotated:
        return parts_of(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType, list):
        return tuple(p for part in get_args(annotation) for p in parts_of(part))
    return (annotation,)


def schemas_in(annotation: Any) -> list[Schema]:
    """Return the schemas of the objects that a field may hold."""
    return [
        part
        for part in parts_of(annotation)
        if isinstance(part, type) and issubclass(part, BaseModel)
    ]


def members(schemas: Iterable[Schema]) -> dict[str, list[Schema]]:
    """Return the names of what these have, with the schemas of what is nested."""
    found: dict[str, list[Schema]] = {}
    for schema in schemas:
        for name, info in schema.model_fields.items():
            nested = found.setdefault(name, [])
            nested += [s for s in schemas_in(info.annotation) if s not in nested]
    return found


class FieldPlans:
    """What a selection sends of each type. Raises a problem for unknown names."""

    def __init__(
        self,
        selection: Selection,
        types: Iterable[PublishedType],
        usual: Literal["card", "detail"],
    ) -> None:
        self.types = list(types)
        check_names(selection, [published.detail for published in self.types])
        self._plans = {
            published.name: top_plan(
                selection,
                published.detail,
                list(getattr(published, usual).model_fields),
            )
            for published in self.types
        }

    @property
    def needs_bodies(self) -> bool:
        """Tell whether the cards alone have not all that is sent."""
        return any(
            set(self.of(published)) - set(published.card.model_fields)
            for published in self.types
        )

    def of(self, published: PublishedType) -> Plan:
        """Return what is sent of a type."""
        plan: Plan = self._plans[published.name]
        return plan

    def apply(self, type_name: str, value: Any) -> Any:
        """Return what is sent of a thing of this type."""
        # A type that is in the log, but no more in the code, is sent as it is.
        return cut(value, self._plans.get(type_name))


def check_names(
    selection: Selection, schemas: list[Schema], inside: str | None = None
) -> None:
    """Raise a problem for a name that none of the schemas has."""
    known = members(schemas)
    if inside is None:
        known = members(known.get("meta", [])) | known
    for name in sorted(selection.names - set(known)):
        where = f" in {inside}" if inside else ""
        message = f"names {name!r}, which is unknown{where}"
        raise bad_parameter("fields", message, list(known))
    for name, nested in selection.added.items():
        if nested and not known[name]:
            raise bad_parameter("fields", f"asks for parts of {name!r}: it has none")
        if nested:
            check_names(nested, known[name], name)


def top_plan(selection: Selection, detail: Schema, usual: list[str]) -> Plan:
    """Return what is sent of a type at the top, where `meta` may go unnamed."""
    known = members([detail])
    in_meta = members(known.get("meta", []))
    start = {USUAL: usual, ALL: list(known), NONE: []}[selection.start]
    plan: Plan = dict.fromkeys(start)
    plan.update(wanted_parts(selection, known))
    if names := {name for name in selection.names if name in set(in_meta) - set(known)}:
        before = plan.get("meta") or dict.fromkeys(in_meta if "meta" in plan else ())
        meta = before | wanted_parts(selection, in_meta, names)
        plan["meta"] = {n: meta[n] for n in meta if n not in selection.removed}
    return {n: plan[n] for n in known if n in plan and n not in selection.removed}


def wanted_parts(
    selection: Selection,
    known: dict[str, list[Schema]],
    names: Iterable[str] | None = None,
) -> Plan:
    """Return the plan of what a selection adds, of these names or of all known."""
    return {
        name: nested_plan(nested, known[name]) if nested else None
        for name, nested in selection.added.items()
        if name in (known if names is None else names)
    }


def nested_plan(selection: Selection, schemas: list[Schema]) -> Plan:
    """Return what is sent of a nested object, which otherwise is sent whole."""
    known = members(schemas)
    only_leaves_out = selection.start == USUAL and not selection.added
    keeps_all = selection.start == ALL or only_leaves_out
    plan: Plan = dict.fromkeys(known if keeps_all else ())
    plan.update(wanted_parts(selection, known))
    return {name: plan[name] for name in plan if name not in selection.removed}


def cut(value: Any, plan: Plan | None) -> Any:
    """Return what a plan leaves of a value; lists are cut item by item."""
    if plan is None:
        return value
    if isinstance(value, list):
        return [cut(item, plan) for item in value]
    if isinstance(value, dict):
        return {n: cut(part, plan[n]) for n, part in value.items() if n in plan}
    return value
