"""What is done for documents outside of any request."""

from django.db import transaction
from django_tasks import task

from .models import DocumentVersion, Reading
from .reading import read


@task()
def read_version(version_id: int) -> None:
    """Read the file of a version, unless that was done or the version is gone."""
    waiting = DocumentVersion.objects.filter(reading=Reading.WAITING, pk=version_id)
    version = waiting.first()
    if version is not None:
        read(version)


def read_when_committed(version: DocumentVersion) -> None:
    """Queue the reading once the upload is there to stay.

    Should queueing fail, the upload stands, and `read_documents` reads it.
    """

    # No `partial`: Django logs what fails by its name, which that has not.
    def enqueue() -> None:
        read_version.enqueue(version.pk)

    transaction.on_commit(enqueue, robust=True)


def read_again(version: DocumentVersion) -> None:
    """Queue the reading of a file anew."""
    DocumentVersion.objects.filter(pk=version.pk).update(
        reading=Reading.WAITING, reading_note=""
    )
    read_when_committed(version)
