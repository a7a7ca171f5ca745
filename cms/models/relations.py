"""Ordered things that any page may carry: files, related pages, change notes."""

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable, TranslatableMixin

from .revised_children import ProtectingChild


class Attachment(Orderable, ProtectingChild):
    """A document that belongs to a page, in the order the editor gave."""

    page = ParentalKey("wagtailcore.Page", related_name="attachments")
    document = models.ForeignKey(
        get_document_model_string(), on_delete=models.PROTECT, related_name="+"
    )

    panels = [
        FieldPanel(
            "document",
            help_text=(
                "A document that is not released yet is released together with this "
                "page, unless its own record says otherwise."
            ),
        )
    ]


class RelatedPage(Orderable):
    """A page the reader may want next."""

    page = ParentalKey("wagtailcore.Page", related_name="related_pages")
    related = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="page",
        on_delete=models.CASCADE,
        related_name="+",
        help_text=(
            "A page that the reader may want next, for example the webinar that a "
            "news item announces."
        ),
    )

    panels = [PageChooserPanel("related")]


class ChangeNote(TranslatableMixin, models.Model):
    """One substantive change of a public page, told to its readers."""

    page = ParentalKey("wagtailcore.Page", related_name="change_notes")
    changed_on = models.DateField(
        "date",
        default=timezone.localdate,
        help_text="The day of the change, which readers see as “Updated”.",
    )
    note = models.CharField(
        max_length=300,
        help_text=(
            "Say what changed for the reader, for example “The registration link was "
            "corrected.”"
        ),
    )

    panels = [FieldPanel("changed_on"), FieldPanel("note")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["-changed_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.changed_on}: {self.note}"
