"""What is done to many pages at once, in the lists of the admin."""

from collections.abc import Iterable
from typing import Any

from wagtail.admin.views.pages import bulk_actions
from wagtail.models import Page

from cms.publishing import record


class HidesTogether:
    """Has the publication log follow all that an action hides at its end, once."""

    @classmethod
    def execute_action(cls, objects: Iterable[Page], **kwargs: Any) -> tuple[int, int]:
        with record.following_together():
            counts: tuple[int, int] = super().execute_action(objects, **kwargs)  # type: ignore[misc]
        return counts


class UnpublishBulkAction(HidesTogether, bulk_actions.UnpublishBulkAction):
    pass


class DeleteBulkAction(HidesTogether, bulk_actions.DeleteBulkAction):
    pass
