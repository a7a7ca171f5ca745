"""`{% load tables %}`: the cells of a row, with what their columns say of them."""

from collections.abc import Iterator

from django import template

from cms.publishing.schemas.blocks import TableColumn

register = template.Library()


@register.filter
def in_columns(row: list[str], columns: list[TableColumn]) -> Iterator[tuple[str, str]]:
    """Return each cell with the kind of its column: `text` or `number`."""
    return ((cell, column.kind) for cell, column in zip(row, columns, strict=False))
