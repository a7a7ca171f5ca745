"""Writing what is queued, a batch in each transaction, oldest first."""

import logging

from django.db import InterfaceError, OperationalError, reset_queries, transaction

from . import queue
from .models import Queued
from .record import follow_all, lock

# A transaction of these takes less than a second, during which nobody else publishes.
BATCH = 50

logger = logging.getLogger(__name__)


def write_queued() -> int:
    """Write the rows that have waited longest, and return how many entries it took.

    One query where nothing is queued. The counter is held for one batch only, so that
    nobody who publishes waits for long. 0 also where no entry can be written.
    """
    if not Queued.objects.exists():
        return 0
    reset_queries()
    try:
        return write_oldest(BATCH)
    except (OperationalError, InterfaceError):
        raise  # The database is away: nothing is wrong with what is queued.
    except Exception:
        logger.exception("A batch of the queue could not be written: one by one.")
        return write_one_by_one()


def write_all_queued() -> None:
    while write_queued():
        pass


def write_oldest(limit: int) -> int:
    with transaction.atomic():
        lock()
        entries = queue.take(limit)
        references = [(entry.resource, entry.object_id) for entry in entries]
        releasing = {
            (entry.resource, entry.object_id) for entry in entries if entry.releases
        }
        # What depends on it is most likely queued as well.
        follow_all(references, releasing=releasing, room=0)
    return len(entries)


def write_one_by_one() -> int:
    """Write what can be written of a batch; the rest goes to the end of the queue."""
    written = 0
    for _entry in range(min(BATCH, queue.length())):
        try:
            written += write_oldest(1)
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            put_back()
    return written


def put_back() -> None:
    with transaction.atomic():
        lock()
        for entry in queue.take(1):
            logger.exception("%s cannot be written; it stays in the queue.", entry)
            reference = (entry.resource, entry.object_id)
            queue.add([reference], {reference} if entry.releases else ())
