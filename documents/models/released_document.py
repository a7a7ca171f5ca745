"""When readers get to see a document."""

from django.db import models
from django.utils import timezone
from wagtail.log_actions import log

from .editorial_document import EditorialDocument


class ReleasedDocument(EditorialDocument):
    """A document that only staff sees until it is released.

    That is by `release()`, at `release_at`, or with the first page that is published
    with it attached.
    """

    released_at = models.DateTimeField(null=True, blank=True, editable=False)
    release_at = models.DateTimeField(
        "release at",
        null=True,
        blank=True,
        help_text=(
            "Staff only see the document until it is released. Set a time in the "
            "future to have it released then, and not before."
        ),
    )
    releases_with_page = models.BooleanField(
        "release with a page",
        default=True,
        choices=[
            (True, "With the first published page to which it is attached"),
            (False, "Only when somebody releases it, or at the time set above"),
        ],
        help_text=(
            "By default the document is released together with the news item, event "
            "or other page that offers it, as soon as that page is published."
        ),
    )

    class Meta(EditorialDocument.Meta):
        abstract = True
        indexes = [
            # Asked with every request which comes next: what had a time once, and is
            # released, is not looked through.
            models.Index(
                fields=["release_at"],
                condition=models.Q(released_at=None, release_at__isnull=False),
                name="document_due",
            )
        ]

    def keep_release(self) -> None:
        """Take over a release that came between reading this record and saving it."""
        stored = type(self)._default_manager.filter(pk=self.pk)
        released_at = stored.values_list("released_at", flat=True).first()
        self.released_at = released_at or self.released_at

    @property
    def is_released(self) -> bool:
        return self.released_at is not None

    def release(self) -> None:
        """Show the document to everybody from now on; later calls change nothing.

        Its history names who is at work in the admin; nobody, where its time has come.
        """
        if self.is_released:
            return
        self.released_at = timezone.now()
        self.save(update_fields=["released_at", "updated_at"])
        log(self, "wagtail.publish")

    def release_with_page(self) -> bool:
        """Release the document with a page that attaches it; tell whether it was now.

        A set time that has not come yet is kept, whatever page is published before.
        """
        waits = self.release_at is not None and self.release_at > timezone.now()
        if self.is_released or waits or not self.releases_with_page:
            return False
        self.release()
        return True
