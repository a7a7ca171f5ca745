"""A client that follows the changes, and things that go."""

from datetime import timedelta

from django.utils import timezone

from cms.publishing.models import Publication, Reason
from cms.publishing.stored import bury_all

from .cases import ApiTestCase


class ChangesTestCase(ApiTestCase):
    def changes(self, cursor: str = "", **query):
        """Return the entries of one answer, and the cursor of the next."""
        query |= {"cursor": cursor} if cursor else {}
        answer = self.found("changes/", **query)
        return answer["items"], answer["meta"]["next"]

    def all_changes(self, cursor: str = "", **query):
        """Return the entries of all answers, and the cursor at the end."""
        entries, has_more = [], True
        while has_more:
            query |= {"cursor": cursor} if cursor else {}
            answer = self.found("changes/", **query)
            entries += answer["items"]
            cursor, has_more = answer["meta"]["next"], answer["meta"]["has_more"]
        return entries, cursor


def ids(entries) -> list[int]:
    return [entry["id"] for entry in entries]


def remove(row: Publication, reason: str, days: int = 0) -> None:
    bury_all({row: Reason(reason)})
    row.recorded_at = timezone.now() - timedelta(days=days)
    row.save()
