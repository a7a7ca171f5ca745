"""Things whose rows the worker writes a little later, since they are many.

An entry is made in the transaction of the change, and removed in the one that writes
the row: whatever ends between the two, nothing is lost. What is to be seen no more is
never here (docs/decisions/0009-few-at-once.md).
"""

from collections.abc import Container, Iterable

from django.utils import timezone

from .models import Queued
from .sources import Reference, batched


def add(references: Iterable[Reference], releasing: Container[Reference] = ()) -> None:
    """Queue things; those that are queued already keep their place."""
    releases: list[Reference] = []
    follows: list[Reference] = []
    for reference in references:
        (releases if reference in releasing else follows).append(reference)
    insert(follows)
    insert(releases, releases=True)


def insert(references: Iterable[Reference], releases: bool = False) -> None:
    now = timezone.now()
    for some in batched(references, 1000):
        entries = [
            Queued(resource=resource, object_id=pk, releases=releases, queued_at=now)
            for resource, pk in some
        ]
        if releases:
            Queued.objects.bulk_create(
                entries,
                update_conflicts=True,
                unique_fields=["resource", "object_id"],
                update_fields=["releases"],
            )
        else:
            Queued.objects.bulk_create(entries, ignore_conflicts=True)


def length() -> int:
    return Queued.objects.count()


def take(limit: int) -> list[Queued]:
    """Remove the oldest entries, and return them."""
    entries = list(Queued.objects.order_by("pk")[:limit])
    Queued.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
    return entries
