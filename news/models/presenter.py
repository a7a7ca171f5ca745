"""People who speak at events."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField


class Presenter(TranslatableMixin, Orderable):
    """Who speaks at an event."""

    page = ParentalKey("news.WebinarPage", related_name="presenters")
    name = models.CharField(max_length=120, help_text="For example “Ana Ruiz”.")
    role = models.CharField(
        max_length=120, blank=True, help_text="For example “State director”."
    )
    organisation = models.CharField(
        "organization",
        max_length=160,
        blank=True,
        help_text="For example “Office of Migrant Education”.",
    )

    panels = [
        FieldRowPanel(
            [FieldPanel("name"), FieldPanel("role"), FieldPanel("organisation")]
        )
    ]

    override_translatable_fields = [SynchronizedField("name")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        pass

    def __str__(self) -> str:
        return self.name
