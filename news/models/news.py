"""Dated announcements."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from cms.blocks import ArticleBlocks
from cms.models import BasePage, IndexPage
from cms.narrowing import FacetFilter
from cms.publishing.pictures import Picture, picture

from .list_filters import TOPIC, YEAR


class NewsCategory(models.TextChoices):
    ANNOUNCEMENT = "announcement", _("Announcement")
    DOCUMENT_RELEASE = "document_release", _("Document release")
    EVENT = "event", _("Event")
    DATA = "data", _("Data")


def midnight(day: date) -> datetime:
    """Return the first moment of a day in the site's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min))


class NewsPageQuerySet(PageQuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-published_on", "-pk")

    def pinned(self, today: date) -> Self:
        """Return items that are pinned on this day, the last day included."""
        return self.newest_first().filter(pinned_until__gte=today)

    def latest(self, today: date) -> Self:
        """Return items that have not left the latest updates by this day."""
        return self.newest_first().filter(
            Q(leaves_latest_on__isnull=True) | Q(leaves_latest_on__gt=today)
        )


class NewsIndexPage(IndexPage):
    """All news, newest first."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    max_count_per_parent = 1

    listed_type = "news.NewsPage"
    filters = (
        FacetFilter(
            "category", _("Category"), "category", lambda: dict(NewsCategory.choices)
        ),
        TOPIC,
        YEAR,
    )

    class Meta(IndexPage.Meta):
        verbose_name = _("news section")


class NewsPage(BasePage):
    """A dated announcement, with the documents that belong to it."""

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    shows_related = True

    published_on = models.DateField(
        "date",
        default=timezone.localdate,
        help_text="The day readers see, by which lists are ordered.",
    )
    category = models.CharField(
        max_length=20,
        choices=NewsCategory.choices,
        default=NewsCategory.ANNOUNCEMENT,
        help_text="Readers filter by it. “Document release” is for new documents.",
    )
    lead = models.TextField(
        max_length=300,
        help_text="One or two sentences, shown in lists, for example “Two webinars "
        "help directors to prepare their report.”",
    )
    image = models.ForeignKey(
        "cms.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="A picture above the text. Leave empty for none.",
    )
    image_alt = models.CharField(
        "alternative text",
        max_length=200,
        blank=True,
        help_text="What the image tells a reader who does not see it. Empty means "
        "that the image's own description is used.",
    )
    image_caption = models.CharField(
        "caption",
        max_length=200,
        blank=True,
        help_text="Shown below the image, for example “The forum in New Orleans”.",
    )
    body = StreamField(
        ArticleBlocks(),
        blank=True,
        help_text="The text, in blocks. It need not repeat the lead.",
    )
    pinned_until = models.DateField(
        null=True,
        blank=True,
        help_text="The last day on which the item stays on top of the latest updates; "
        "the home page has room for two.",
    )
    leaves_latest_on = models.DateField(
        "leaves “latest” on",
        null=True,
        blank=True,
        help_text="From this day on the home page shows the item no more. It stays in "
        "the list of news.",
    )

    objects = PageManager.from_queryset(NewsPageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("published_on"), FieldPanel("category")]),
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldPanel("image"),
                FieldPanel("image_alt"),
                FieldPanel("image_caption"),
            ],
            "Image",
        ),
        FieldPanel("body"),
        InlinePanel(
            "attachments",
            heading="Attachments",
            label="Document",
            help_text="The documents that the item is about, in this order.",
        ),
        InlinePanel(
            "related_pages",
            heading="Related pages",
            label="Page",
            help_text="Where a reader may go next, for example the webinar announced.",
        ),
    ]
    settings_panels = [
        *BasePage.settings_panels,
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("pinned_until"), FieldPanel("leaves_latest_on")]
                )
            ],
            "Place in lists",
        ),
    ]

    class Meta(BasePage.Meta):
        verbose_name = _("news item")

    def draft_errors(self) -> dict[str, str]:
        errors = super().draft_errors()
        if (
            self.pinned_until
            and self.leaves_latest_on
            and self.pinned_until >= self.leaves_latest_on
        ):
            errors["leaves_latest_on"] = (
                "The item cannot leave the latest updates while it is pinned: choose a "
                "day after the last one on which it stays on top."
            )
        return errors

    def publication_errors(self) -> dict[str, str]:
        errors = super().publication_errors()
        if self.image and not (self.image_alt or self.image.description):
            errors["image_alt"] = (
                "Describe the image here, or give the image itself a description."
            )
        return errors

    @property
    def category_label(self) -> str:
        return self.get_category_display()

    @property
    def picture(self) -> Picture | None:
        return picture(self.image, self.image_alt)

    def next_latest_change(self, today: date) -> datetime | None:
        """Return when its pin ends or it leaves the latest updates, if it does."""
        moments = []
        if self.pinned_until and self.pinned_until >= today:
            moments.append(midnight(self.pinned_until + timedelta(days=1)))
        if self.leaves_latest_on and self.leaves_latest_on > today:
            moments.append(midnight(self.leaves_latest_on))
        return min(moments, default=None)

    def public_facets(self) -> Iterable[tuple[str, str]]:
        yield from super().public_facets()
        yield "category", self.category

    @property
    def dated_at(self) -> datetime:
        return midnight(self.published_on)
