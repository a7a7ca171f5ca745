"""Programme years and their statistics."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from cms.blocks import ArticleBlocks
from cms.models import BasePage, IndexPage, ProtectingChild
from cms.statistics import StatisticStatus, display_value, statistic_errors
from home.comparison import PARAMETER, Comparison
from home.figure_rows import figures_of, read_years
from home.figure_view import figure_view
from home.forms import ImpactCopyForm

PROGRAMME_YEAR = re.compile(r"([1-9][0-9]{3})-([0-9]{2})")


def validate_programme_year(value: str) -> None:
    """Accept two years in a row, written `2014-15`."""
    match = PROGRAMME_YEAR.fullmatch(value)
    if not match or (int(match[1]) + 1) % 100 != int(match[2]):
        raise ValidationError(
            "Write a program year as two years in a row, for example “2014-15”."
        )


class ImpactIndexPage(IndexPage):
    """All programme years, newest first."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ImpactPage"]
    max_count_per_parent = 1

    listed_type = "home.ImpactPage"

    class Meta(IndexPage.Meta):
        verbose_name = _("impact section")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Add `comparison`: the years of one measure, as chart or table (`view`)."""
        context = super().get_context(request, *args, **kwargs)
        bodies = [body for _sequence, body in read_years(self.locale.language_code)]
        asked = request.GET.get(PARAMETER, "")
        comparison = Comparison(figures_of(bodies), asked)
        kept = {PARAMETER: comparison.shown.key} if comparison.shown else {}
        return context | {
            "comparison": comparison,
            "view": figure_view(request, **kept),
        }


class ImpactPage(BasePage):
    """One programme year: what was achieved, in figures."""

    parent_page_types = ["home.ImpactIndexPage"]
    subpage_types: list[str] = []

    programme_year = models.CharField(
        "program year",
        max_length=7,
        validators=[validate_programme_year],
        help_text="Two years in a row, for example “2014-15”.",
    )
    lead = models.TextField(
        max_length=300,
        help_text=(
            "The sentence that the statistics complete, for example “Migrant children "
            "served in 2014-15:”."
        ),
    )
    body = StreamField(
        ArticleBlocks(),
        blank=True,
        help_text="Text below the figures, for example how they were collected.",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("programme_year"),
        FieldPanel("lead"),
        InlinePanel(
            "statistics",
            heading="Statistics",
            label="Statistic",
            help_text="One for each figure, in the order in which readers see them. "
            "Those of one measure share a table and a chart.",
        ),
        FieldPanel("body"),
    ]

    copy_form_class = ImpactCopyForm
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("programme_year", overridable=False),
    ]

    class Meta(BasePage.Meta):
        verbose_name = _("program year")

    def draft_errors(self) -> dict[str, str]:
        errors = super().draft_errors()
        siblings = ImpactPage.objects.filter(
            programme_year=self.programme_year, locale_id=self.locale_id
        )
        if self.programme_year and siblings.exclude(pk=self.pk).exists():
            errors["programme_year"] = (
                f"There is a page for {self.programme_year} already, and each program "
                "year has one. Edit that page, or enter another year."
            )
        return errors

    @property
    def dated_at(self) -> datetime:
        """Order programme years by the day they start, the first of September."""
        first = date(int(self.programme_year[:4]), 9, 1)
        return timezone.make_aware(datetime.combine(first, time.min))

    def public_facets(self) -> Iterable[tuple[str, str]]:
        yield from super().public_facets()
        yield "programme_year", self.programme_year

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Add `view`: whether the figures are shown as charts or as tables."""
        context = super().get_context(request, *args, **kwargs)
        return context | {"view": figure_view(request)}


class Statistic(TranslatableMixin, Orderable, ProtectingChild):
    """One figure of a programme year, or the reason why there is none."""

    page = ParentalKey(ImpactPage, related_name="statistics")
    label = models.CharField(
        max_length=160,
        help_text="What the number is, for example “Children served in summer, K-3”.",
    )
    measure = models.ForeignKey(
        "cms.Measure",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="What is counted, with its definition and unit. Measures are made "
        "under Snippets.",
    )
    group = models.CharField(
        max_length=80,
        blank=True,
        help_text="The age or grade band, for example “Grades K-3”. Empty means all.",
    )
    value = models.DecimalField(
        max_digits=16,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="The number. Leave empty where there is none, and choose why below.",
    )
    status = models.CharField(
        max_length=20,
        choices=StatisticStatus.choices,
        default=StatisticStatus.REPORTED,
        help_text="Readers see the status in place of a number that is not there.",
    )
    reason = models.CharField(
        max_length=300,
        blank=True,
        help_text=(
            "Why there is no number, for example “The source gives no figure for "
            "this group.”"
        ),
    )
    source = models.ForeignKey(
        "cms.Source",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who published the figure, for example “Ed Data Express”.",
    )
    period_start = models.DateField(
        "from",
        null=True,
        blank=True,
        help_text="The first day that the figure covers, for example 2014-09-01.",
    )
    period_end = models.DateField(
        "until",
        null=True,
        blank=True,
        help_text="The last day that the figure covers, for example 2015-08-31.",
    )
    retrieved_on = models.DateField(
        null=True, blank=True, help_text="The day the figure was looked up."
    )
    footnote = models.CharField(
        max_length=300,
        blank=True,
        help_text="What a careful reader must know, for example “Children who moved "
        "between states are counted once.”",
    )

    panels = [
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("measure"), FieldPanel("group")]),
        FieldRowPanel([FieldPanel("value"), FieldPanel("status")]),
        FieldPanel("reason"),
        FieldRowPanel([FieldPanel("source"), FieldPanel("retrieved_on")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("period_start"), FieldPanel("period_end")])],
            "Period",
        ),
        FieldPanel("footnote"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        pass

    def __str__(self) -> str:
        with override("en"):
            return f"{self.label}: {self.display}"

    def clean(self) -> None:
        super().clean()
        errors = statistic_errors(self.value, self.status, self.reason)
        if (
            self.period_start
            and self.period_end
            and self.period_end < self.period_start
        ):
            errors["period_end"] = (
                "The last day of the period cannot be before its first day."
            )
        if errors:
            raise ValidationError(errors)

    @property
    def display(self) -> str:
        return display_value(self.value, self.status)

    @property
    def status_label(self) -> str:
        return str(StatisticStatus(self.status).label)

    @property
    def period(self) -> dict[str, Any]:
        return {
            "start": self.period_start,
            "end": self.period_end,
            "label": self.page.programme_year,
        }
