"""Small records that many pages and documents share."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet

from cms.publishing.models import Reason
from cms.publishing.uses import is_in_use

from .record_form import RecordForm


class Named(models.Model):
    """A snippet known by its name; public while something public shows it."""

    name = models.CharField(
        max_length=120,
        unique=True,
        help_text="What readers see; no two have the same name.",
    )

    base_form_class = RecordForm
    panels = [FieldPanel("name")]

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        return self.name

    @property
    def is_listed(self) -> bool:
        return True

    @property
    def dated_at(self) -> datetime | None:
        """Return None: lists order snippets by their names."""
        return None

    def why_not_public(self) -> Reason | None:
        return None if is_in_use(self) else Reason.UNUSED

    def next_change(self) -> datetime | None:
        """Return None: no snippet changes by time alone."""
        return None

    def list_tags(self) -> set[str]:
        return set()

    def public_facets(self) -> Iterable[tuple[str, str]]:
        if slug := getattr(self, "slug", ""):
            yield "slug", slug


@register_snippet
class Topic(Named):
    """A subject that pages and documents are about."""

    slug = models.SlugField(
        max_length=120,
        unique=True,
        help_text="The word used in addresses and filters, for example “eligibility”.",
    )

    panels = [*Named.panels, FieldPanel("slug")]


@register_snippet
class Programme(Named):
    """A programme that takes part in a story; editors and readers say “program”."""

    url = models.URLField(
        "address",
        blank=True,
        help_text="The program's own site, for example “https://example.org/mep”.",
    )

    panels = [*Named.panels, FieldPanel("url")]

    class Meta(Named.Meta):
        verbose_name = "program"


@register_snippet
class Measure(Named):
    """What a statistic counts."""

    definition = models.TextField(
        help_text=(
            "Say what is counted and what is not, for example “Eligible children who "
            "received services in a summer term. Not total participation.”"
        )
    )
    unit = models.CharField(
        max_length=60,
        help_text="What one of the number is, for example “children”.",
    )

    panels = [*Named.panels, FieldPanel("definition"), FieldPanel("unit")]


@register_snippet
class Source(Named):
    """Where figures come from."""

    url = models.URLField(
        "address",
        blank=True,
        help_text="Where a reader can look the figure up, for example "
        "“https://example.org/data”.",
    )

    panels = [*Named.panels, FieldPanel("url")]


@register_snippet
class DocumentSeries(Named):
    """Documents that appear one after the other under one name."""

    slug = models.SlugField(
        max_length=120,
        unique=True,
        help_text="The word used in addresses, for example “mep-policy-qas”.",
    )
    description = models.TextField(
        blank=True,
        max_length=300,
        help_text="One or two sentences about what the series answers, for example "
        "“Questions that states asked about policy, and the answers.”",
    )

    panels = [*Named.panels, FieldPanel("slug"), FieldPanel("description")]

    class Meta(Named.Meta):
        verbose_name_plural = "document series"


@register_snippet
class Office(Named):
    """An office that answers questions."""

    email = models.EmailField(blank=True, help_text="For example “help@example.org”.")
    phone = models.CharField(
        max_length=40,
        blank=True,
        help_text="With the area code, for example “555-010-0123”.",
    )
    url = models.URLField(
        "address",
        blank=True,
        help_text="The office's own page, for example “https://example.org/office”.",
    )

    panels = [
        *Named.panels,
        FieldPanel("email"),
        FieldPanel("phone"),
        FieldPanel("url"),
    ]
