"""What editors have set to be published at a time: drafts of pages."""

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Revision

logger = logging.getLogger(__name__)


def due_drafts(now: datetime) -> QuerySet[Revision]:
    """Return the drafts whose set time has come, and that nobody has published yet."""
    return Revision.objects.filter(approved_go_live_at__lte=now)


def publish_drafts(now: datetime) -> None:
    """Publish them as Wagtail's `publish_scheduled` does, which may not have run yet.

    One that cannot be published (its address may be taken meanwhile) stays a draft
    without a set time: whoever reads something else must not fail because of it.
    """
    for draft in due_drafts(now).order_by("approved_go_live_at", "pk"):
        try:
            with transaction.atomic():
                draft.publish(log_action="wagtail.publish.scheduled")
        except Exception:
            logger.exception("%s cannot be published at its set time", draft)
            Revision.objects.filter(pk=draft.pk).update(approved_go_live_at=None)
