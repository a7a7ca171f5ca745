"""Events, with a state that follows from the clock."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField

from cms.blocks import ArticleBlocks
from cms.models import BasePage
from news.querysets import WebinarPageQuerySet
from news.time_zones import ZONE_LABELS


def validate_time_zone(value: str) -> None:
    """Accept an IANA name such as `America/New_York`."""
    if value not in available_timezones():
        raise ValidationError(
            f"“{value}” is not an IANA time zone. Write for example “America/New_York”."
        )


class WebinarKind(models.TextChoices):
    WEBINAR = "webinar", _("Webinar")
    FORUM = "forum", _("Forum")
    MEETING = "meeting", _("Meeting")


class WebinarState(models.TextChoices):
    UPCOMING = "upcoming", _("Upcoming")
    LIVE = "live", _("Happening now")
    PAST = "past", _("Past")
    CANCELLED = "cancelled", _("Canceled")


class WebinarPage(BasePage):
    """An event with a start, an end and a way to take part."""

    parent_page_types = ["news.WebinarIndexPage"]
    subpage_types: list[str] = []
    shows_related = True

    kind = models.CharField(
        max_length=20,
        choices=WebinarKind.choices,
        default=WebinarKind.WEBINAR,
        help_text="A forum takes several days; a webinar is held online.",
    )
    starts_at = models.DateTimeField(
        "start",
        help_text="Enter the time as the clocks of your account have it: those of the "
        "site, unless you chose another time zone there.",
    )
    ends_at = models.DateTimeField(
        "end",
        help_text="After the start. The event counts as past from this time on.",
    )
    time_zone = models.CharField(
        max_length=60,
        default="America/New_York",
        validators=[validate_time_zone],
        help_text="The zone in which readers are told the time, as its IANA name, for "
        "example “America/New_York”.",
    )
    virtual = models.BooleanField(
        default=True, help_text="Tick when people can take part from anywhere."
    )
    place = models.CharField(
        max_length=200,
        blank=True,
        help_text="Where it takes place, for example “New Orleans, Louisiana”. Leave "
        "it empty while that is not known: readers are told so.",
    )
    registration_url = models.URLField(
        "registration address",
        blank=True,
        help_text="Where people register, for example “https://example.org/register”.",
    )
    registration_closes_at = models.DateTimeField(
        "registration closes",
        null=True,
        blank=True,
        help_text="Registration disappears at this time by itself. Empty means at the "
        "start of the event.",
    )
    agenda = StreamField(
        ArticleBlocks(),
        blank=True,
        help_text="What happens when, and for whom it is, in blocks.",
    )
    recording_url = models.URLField(
        "recording",
        blank=True,
        help_text="Where the recording is, for example “https://example.org/v/1”.",
    )
    recording_has_captions = models.BooleanField(
        "has captions",
        default=False,
        help_text="Tick when the recording shows what is said as text.",
    )
    transcript = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="A document with all that was said, for people who do not hear it.",
    )
    cancelled = models.BooleanField(
        "canceled",
        default=False,
        help_text="Tick when the event does not take place. It stays at its address "
        "under a notice.",
    )
    cancelled_reason = models.CharField(
        "reason",
        max_length=300,
        blank=True,
        help_text="Tell people who wanted to come why, and what happens instead, for "
        "example “The speaker is ill. A new date follows in May.”",
    )
    contact = models.ForeignKey(
        "cms.Office",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The office that answers questions about the event.",
    )

    objects = PageManager.from_queryset(WebinarPageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("kind"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                # A preview cannot tell the time without it.
                FieldPanel("time_zone", required_on_save=True),
            ],
            "When",
        ),
        MultiFieldPanel([FieldPanel("virtual"), FieldPanel("place")], "Where"),
        MultiFieldPanel(
            [FieldPanel("registration_url"), FieldPanel("registration_closes_at")],
            "Registration",
        ),
        InlinePanel(
            "presenters",
            heading="Presenters",
            label="Presenter",
            help_text="Who speaks, in the order in which readers see them.",
        ),
        FieldPanel("agenda"),
        InlinePanel(
            "attachments",
            heading="Slides and handouts",
            label="Document",
            help_text="Documents that people use during the event or after it.",
        ),
        MultiFieldPanel(
            [
                FieldPanel("recording_url"),
                FieldPanel("recording_has_captions"),
                FieldPanel("transcript"),
            ],
            "Recording",
        ),
        FieldPanel("contact"),
        MultiFieldPanel(
            [FieldPanel("cancelled"), FieldPanel("cancelled_reason")], "Cancellation"
        ),
    ]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("time_zone", overridable=False),
    ]

    class Meta(BasePage.Meta):
        verbose_name = _("event")

    def draft_errors(self) -> dict[str, str]:
        errors = super().draft_errors() | self.zone_errors()
        if errors:
            return errors
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            errors["ends_at"] = "The event must end after it starts."
        closes = self.registration_closes_at
        if closes and self.ends_at and closes > self.ends_at:
            errors["registration_closes_at"] = (
                "Registration must close before the event ends."
            )
        if closes and not self.registration_url:
            errors["registration_url"] = (
                "A closing time needs an address at which people register."
            )
        return errors

    def zone_errors(self) -> dict[str, str]:
        """Return the times that code gave without a zone; forms always add one."""
        times = ("starts_at", "ends_at", "registration_closes_at")
        return {
            name: "This time has no zone, so nobody knows when it is. Give one with it."
            for name in times
            if getattr(self, name) and timezone.is_naive(getattr(self, name))
        }

    def publication_errors(self) -> dict[str, str]:
        errors = super().publication_errors()
        if self.cancelled and not self.cancelled_reason.strip():
            errors["cancelled_reason"] = "Say why the event was canceled."
        return errors

    @property
    def state(self) -> str:
        """Return the state at this moment, computed from the clock."""
        now = timezone.now()
        if self.cancelled:
            return WebinarState.CANCELLED
        if now < self.starts_at:
            return WebinarState.UPCOMING
        return WebinarState.LIVE if now < self.ends_at else WebinarState.PAST

    @property
    def registration(self) -> dict[str, Any] | None:
        """Return the way to register, or None once it has closed."""
        closes = self.registration_closes_at or self.starts_at
        if not self.registration_url or self.cancelled or timezone.now() >= closes:
            return None
        return {"url": self.registration_url, "closes_at": closes}

    @property
    def registration_has_closed(self) -> bool:
        """Tell whether one could register, and cannot any more."""
        return bool(self.registration_url) and self.registration is None

    @property
    def recording(self) -> dict[str, Any] | None:
        if not self.recording_url:
            return None
        return {
            "url": self.recording_url,
            "captions": self.recording_has_captions,
            "transcript": self.transcript,
        }

    def next_change(self) -> datetime | None:
        now = timezone.now()
        moments = (
            super().next_change(),
            self.registration_closes_at if self.registration_url else None,
            self.starts_at,
            self.ends_at,
        )
        return min((m for m in moments if m and m > now), default=None)

    def public_facets(self) -> Iterable[tuple[str, str]]:
        yield from super().public_facets()
        yield "kind", self.kind
        yield "state", self.state

    @property
    def dated_at(self) -> datetime:
        return self.starts_at

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def time_zone_label(self) -> str:
        return str(ZONE_LABELS.get(self.time_zone, self.time_zone))

    @property
    def kind_label(self) -> str:
        return self.get_kind_display()

    @property
    def state_label(self) -> str:
        return str(WebinarState(self.state).label)

    @property
    def slides(self):
        return self.attachments

    @property
    def calendar_path(self) -> str:
        return reverse("webinar_calendar", args=[self.pk])
