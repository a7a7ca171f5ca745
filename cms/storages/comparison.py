"""Compares the files in the stores with the records that name them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.files.storage import storages
from django.db import models

from .stores import Store, StoredFile

ROWS_AT_ONCE = 2000


@dataclass(frozen=True)
class Row:
    """A record that names a file."""

    model: type[models.Model]
    pk: Any
    field: str

    def __str__(self) -> str:
        return f"{self.model._meta.verbose_name} {self.pk} ({self.field})"


@dataclass(frozen=True)
class Comparison:
    """What stands on one side alone, in one store."""

    store: Store
    files_without_row: list[StoredFile]
    rows_without_file: list[tuple[str, list[Row]]]

    @property
    def differs(self) -> bool:
        return bool(self.files_without_row or self.rows_without_file)


def compare(alias: str, older_than: datetime) -> Comparison:
    """Compare a store of STORAGES with the database.

    A file is stored before its record is: those that are not older than a moment may
    get one yet, and are left out. Raises StoreError.
    """
    store: Any = storages[alias]
    # The files first: what is stored meanwhile is no row's loss, as it is asked again.
    files = {file.name: file for file in store.files()}
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for name, row in rows_of(store):
        rows[name].append(row)
    alone = [file for name, file in files.items() if name not in rows]
    return Comparison(
        store,
        files_without_row=[file for file in alone if file.modified_at < older_than],
        rows_without_file=[
            (name, named_by)
            for name, named_by in rows.items()
            if name not in files and not store.exists(name)
        ],
    )


def rows_of(store: Any) -> Iterator[tuple[str, Row]]:
    """Yield each file that a record names in a store, with the record."""
    for field in file_fields():
        if field.storage == store:
            model = field.model
            named = model._base_manager.exclude(**{field.name: ""})
            named = named.exclude(**{f"{field.name}__isnull": True})
            values = named.values_list("pk", field.name).iterator(ROWS_AT_ONCE)
            for pk, name in values:
                yield name, Row(model, pk, field.name)


def file_fields() -> Iterable[models.FileField]:
    """Return the fields of all records that name files: none is forgotten."""
    return [
        field
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.FileField) and field.model is model
    ]
