"""How long tombstones are kept, for clients that follow the log."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from .models import Counter, Publication
from .record import lock


def prune() -> int:
    """Remove old tombstones, and return how many there were.

    A call notes up to which number tombstones may be missing, and the next call
    removes them: no reader who looked at the note before that is still reading.
    """
    oldest = timezone.now() - timedelta(days=settings.API_TOMBSTONE_DAYS)
    with transaction.atomic():
        lock()
        tombstones = Publication.objects.filter(live=False, recorded_at__lt=oldest)
        noted = Counter.objects.values_list("pruned_through", flat=True).get()
        pruned = tombstones.filter(sequence__lte=noted)
        count = pruned.count()
        pruned.delete()
        last = tombstones.aggregate(last=Max("sequence"))["last"]
        if last:
            Counter.objects.update(pruned_through=last)
    return count
