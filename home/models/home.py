"""The front page, in the order of the customer's own."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from cms.blocks import TEXT_FEATURES
from cms.models import BasePage
from news.models import NewsPage

from .next_event import NextEvent

MAX_STATISTICS, MAX_PINNED = 4, 2


class HomePage(BasePage):
    """Hero, impact, mission, one story, the latest updates."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "cms.GlossaryPage",
        "home.ImpactIndexPage",
        "home.StandardPage",
        "news.NewsIndexPage",
        "news.StoryIndexPage",
        "news.WebinarIndexPage",
        "documents.DocumentLibraryPage",
    ]

    hero = models.TextField(
        "hero lines",
        max_length=240,
        help_text="Two to four lines, one below the other. They are the headline of "
        "the whole site.",
    )
    impact_heading = models.CharField(
        max_length=80,
        default="Our Impact",
        help_text="The heading above the statistics, for example “Our Impact”.",
    )
    impact_page = models.ForeignKey(
        "home.ImpactPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The program year whose statistics are shown, for example 2014-15.",
    )
    mission_heading = models.CharField(
        max_length=80,
        default="Our mission",
        help_text="The heading above the goal, for example “Our mission”.",
    )
    mission = RichTextField(
        features=TEXT_FEATURES,
        blank=True,
        help_text="The goal of the program and what this site is for.",
    )
    story_heading = models.CharField(
        max_length=80,
        default="A story",
        help_text="The words above the title of the story, for example “A story”.",
    )
    story_page = models.ForeignKey(
        "news.StoryPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="One story, shown with its portrait and quotation.",
    )
    updates_heading = models.CharField(
        max_length=80,
        default="Latest Updates",
        help_text="The heading above the news, for example “Latest Updates”.",
    )
    updates_count = models.PositiveSmallIntegerField(
        "number of updates",
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(6)],
        help_text="How many news items are shown, from 1 to 6, pinned ones included.",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("hero"),
        MultiFieldPanel(
            [
                FieldPanel("impact_heading"),
                PageChooserPanel("impact_page"),
                InlinePanel(
                    "impact_statistics",
                    label="Statistic",
                    max_num=MAX_STATISTICS,
                    help_text="Up to four statistics of that program year. Without a "
                    "choice its first four are shown.",
                ),
            ],
            "Impact",
        ),
        MultiFieldPanel(
            [FieldPanel("mission_heading"), FieldPanel("mission")], "Mission"
        ),
        MultiFieldPanel(
            [FieldPanel("story_heading"), PageChooserPanel("story_page")], "Story"
        ),
        MultiFieldPanel(
            [
                FieldPanel("updates_heading"),
                FieldPanel("updates_count"),
                InlinePanel(
                    "pinned_updates",
                    label="Pinned news item",
                    max_num=MAX_PINNED,
                    help_text="Up to two news items that stay on top.",
                ),
            ],
            "Latest updates",
        ),
    ]

    class Meta(BasePage.Meta):
        verbose_name = _("home page")

    @property
    def hero_lines(self) -> list[str]:
        """Return the headline, a line each."""
        return [line.strip() for line in self.hero.splitlines() if line.strip()]

    def draft_errors(self) -> dict[str, str]:
        errors = super().draft_errors()
        if self.hero and not 2 <= len(self.hero_lines) <= 4:
            errors["hero"] = (
                "Write two to four lines, one below the other; there are "
                f"{len(self.hero_lines)} now."
            )
        return errors

    @property
    def impact(self) -> "ImpactBlock":
        return ImpactBlock(self)

    @property
    def story(self) -> Any:
        return self.story_page

    @property
    def next_event(self) -> NextEvent:
        return NextEvent(self)

    @property
    def updates(self) -> "LatestUpdates":
        return LatestUpdates(self)


class HomePageStatistic(Orderable):
    """A statistic chosen for the home page."""

    page = ParentalKey(HomePage, related_name="impact_statistics")
    statistic = models.ForeignKey(
        "home.Statistic",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="A statistic of the program year chosen above.",
    )

    panels = [FieldPanel("statistic")]

    def clean(self) -> None:
        super().clean()
        chosen = self.page.impact_page_id
        if self.statistic_id and chosen and self.statistic.page_id != chosen:
            raise ValidationError(
                {
                    "statistic": "This statistic belongs to another program year. "
                    "Choose one of the year chosen above."
                }
            )


class PinnedUpdate(Orderable):
    """A news item that stays on top of the latest updates."""

    page = ParentalKey(HomePage, related_name="pinned_updates")
    news_page = models.ForeignKey(
        "news.NewsPage",
        verbose_name="news item",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="It stays on top until it is removed here, withdrawn or unpublished.",
    )

    panels = [PageChooserPanel("news_page")]


class ImpactBlock:
    """What the renderer needs to show the impact block of a home page."""

    def __init__(self, home: HomePage) -> None:
        self.home = home

    def publish(self, renderer: Any) -> dict[str, Any] | None:
        """Return the block, or None where its program year is not listed."""
        year = renderer.localized(self.home.impact_page)
        impact = renderer.content_of(year)
        if impact is None or not impact.is_listed:
            return None
        statistics = list(impact.statistics.all())
        own = {statistic.translation_key: statistic for statistic in statistics}
        chosen = [
            own[item.statistic.translation_key]
            for item in self.home.impact_statistics.select_related("statistic")
            if item.statistic.translation_key in own
        ]
        return {
            "heading": self.home.impact_heading,
            "page": renderer.page(impact),
            "programme_year": impact.programme_year,
            "lead": impact.lead,
            "statistics": chosen or statistics[:MAX_STATISTICS],
        }


class LatestUpdates:
    """The news items a home page shows: pinned ones first, then the newest."""

    def __init__(self, home: HomePage) -> None:
        self.home = home

    def publish(self, renderer: Any) -> list[NewsPage]:
        """Return public news items of the home page's locale, and note the list."""
        renderer.note(f"list-{NewsPage._meta.label}")
        today = timezone.localdate()
        pinned = [
            renderer.localized(item.news_page).specific
            for item in self.home.pinned_updates.all()
        ]
        candidates = NewsPage.objects.live().descendant_of(self.home)
        candidates = candidates.filter(withdrawn_on__isnull=True)
        pinned += candidates.pinned(today).exclude(pk__in=[p.pk for p in pinned])
        shown = [p for p in pinned if renderer.may_show(p) and p.is_listed]
        shown = shown[:MAX_PINNED]
        latest = candidates.latest(today).exclude(pk__in=[p.pk for p in shown])
        for page in latest.iterator(chunk_size=20):
            if len(shown) >= self.home.updates_count:
                break
            if renderer.may_show(page):
                shown.append(page)
        shown = shown[: self.home.updates_count]
        for page in shown:
            renderer.changes(page.next_latest_change(today))
        return shown
