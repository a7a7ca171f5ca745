"""Children of a page, as an earlier version of it or a draft has them."""

from collections.abc import Iterator
from typing import Any, Self

from django.db import models
from modelcluster.models import model_from_serializable_data


class ProtectingChild(models.Model):
    """A child of a page that keeps something from being deleted.

    Only what the page has in the database is kept so: an earlier version, or a draft
    that is saved in the same moment, may name what is gone. Such a version is opened
    without it. Without this, modelcluster opens none, and the editor gets an error.
    """

    class Meta:
        abstract = True

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Self | None:
        """Return the child; None where something that it protects is gone."""
        if check_fks and not all(are_there(cls, data)):
            return None
        child: Self | None = model_from_serializable_data(
            cls, data, check_fks=check_fks, strict_fks=strict_fks
        )
        return child


def are_there(model: type[models.Model], data: dict[str, Any]) -> Iterator[bool]:
    """Tell of each protecting relation of a child whether its target is there."""
    for field in model._meta.concrete_fields:
        relation: Any = field.remote_field
        if relation is None or relation.on_delete is not models.PROTECT:
            continue
        number = data.get(field.name)
        targets = relation.model._base_manager
        yield number is None or targets.filter(pk=number).exists()
