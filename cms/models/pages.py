"""What every page of the site has in common."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from cms.publishing import record
from cms.publishing.content import public_content, show_alone
from cms.publishing.models import Reason
from cms.publishing.tags import list_tag
from cms.publishing.visibility import has_page_expired, why_page_is_not_public
from cms.related import related_to

from .page_form import BasePageForm
from .telling_apart import errors_of_likeness
from .withdrawal import errors_of_withdrawal

DESCRIPTION_MIN, DESCRIPTION_MAX = 50, 160
SLUG_HELP = "The last part of the page's address, for example “idr-forum-2017”."


class BasePage(Page):
    """A page with a summary, topics, change notes and, if need be, a withdrawal."""

    summary = models.TextField(
        max_length=300,
        blank=True,
        help_text=(
            "Say in plain words what the reader finds here, in at most 300 characters. "
            "Lists and search show it."
        ),
    )
    topics = ParentalManyToManyField(
        "cms.Topic",
        blank=True,
        help_text="Tick what the page is about, for example “Eligibility”.",
    )
    social_image = models.ForeignKey(
        "cms.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown when somebody shares the page. Leave empty for the default.",
    )
    review_due_on = models.DateField(
        "review due",
        null=True,
        blank=True,
        help_text="The day by which somebody checks that the page is still right.",
    )
    reviewed_on = models.DateField(
        "last reviewed",
        null=True,
        blank=True,
        help_text="The day on which somebody last checked the page.",
    )
    withdrawn_on = models.DateField(
        "withdrawn on",
        null=True,
        blank=True,
        help_text=(
            "The day from which the page no longer holds, today at the latest. It "
            "stays at its address under a notice, and leaves lists and search."
        ),
    )
    withdrawn_explanation = models.TextField(
        "explanation",
        max_length=500,
        blank=True,
        help_text=(
            "Tell readers why the page was withdrawn and where to look instead, for "
            "example “The form was replaced in July 2017; see Forms.”"
        ),
    )

    base_form_class = BasePageForm
    # None: decide by `live`; the editor's form sets True or False before it cleans.
    must_be_complete: bool | None = None
    # Whether what is below was followed after a new slug; Wagtail's signal of it comes
    # after the commit.
    subtree_is_followed = False
    # Whether its template shows `content` and the site, and reads nothing else.
    shows_itself_alone = True
    # Whether it leads on to what has the same topics.
    shows_related = False

    content_panels = [
        *Page.content_panels,
        FieldPanel(
            "summary",
            help_text=(
                "Say in plain words what the reader finds here, in at most 300 "
                "characters. Search shows it; a page with a lead needs none."
            ),
        ),
        FieldPanel(
            "search_description",
            heading="Search description",
            help_text=(
                f"Needed to publish: {DESCRIPTION_MIN} to {DESCRIPTION_MAX} characters "
                "that search engines show below the title, for example “Answers to "
                "questions that recruiters asked in May 2017, in two documents.”"
            ),
        ),
    ]
    # Wagtail's, without what stands above and without a tick for menus: those of this
    # site are chosen in its settings.
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug", help_text=SLUG_HELP), FieldPanel("seo_title")],
            "For search engines",
        ),
        MultiFieldPanel(
            [
                FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
                FieldPanel("social_image"),
            ],
            "Finding and sharing",
        ),
    ]
    settings_panels = [
        *Page.settings_panels,
        InlinePanel(
            "change_notes",
            heading="Change notes",
            label="Change note",
            help_text=(
                "Add one for every change that matters to a reader. The newest one "
                "sets the date that the page shows as “Updated”; a corrected typing "
                "error needs none."
            ),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_due_on")])],
            "Review",
        ),
        MultiFieldPanel(
            [FieldPanel("withdrawn_on"), FieldPanel("withdrawn_explanation")],
            "Withdrawal",
        ),
    ]

    # With the source at each update. Where that has none any more, wagtail-localize
    # leaves those of the translation.
    override_translatable_fields = [SynchronizedField("topics", overridable=False)]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        errors = self.draft_errors()
        if self.live if self.must_be_complete is None else self.must_be_complete:
            errors |= self.publication_errors()
        # Asked of who publishes, and not by the clock, when nobody could mend it.
        if self.must_be_complete:
            errors = errors_of_likeness(self) | errors
        if errors:
            raise ValidationError(errors)

    def draft_errors(self) -> dict[str, str]:
        """Return what may not even be saved, as messages by field name."""
        return {}

    def publication_errors(self) -> dict[str, str]:
        """Return what must be mended before the page is published, by field name."""
        errors = {}
        length = len(self.search_description.strip())
        if not DESCRIPTION_MIN <= length <= DESCRIPTION_MAX:
            errors["search_description"] = (
                f"A published page needs a description of {DESCRIPTION_MIN} to "
                f"{DESCRIPTION_MAX} characters for search engines; this one has "
                f"{length}."
            )
        return errors | errors_of_withdrawal(
            self.withdrawn_on, self.withdrawn_explanation
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and bring the publication log to the same state in one transaction."""
        with transaction.atomic():
            record.lock()
            before, was_live = self.saved_address()
            super().save(*args, **kwargs)
            record.follow(self)
            if before not in (None, self.url_path):
                record.follow_subtree(self)
                self.subtree_is_followed = True
            elif self.is_site_root():
                self.follow_site(was_live)

    def follow_site(self, was_live: bool) -> None:
        """Follow what stands around the content, or all of it in a new language."""
        if self.live and not was_live:
            record.follow_subtree(self)
        else:
            record.follow_sites()

    def saved_address(self) -> tuple[str | None, bool]:
        """Return the saved address, None of a new page, and whether it is live."""
        pages = Page.objects.filter(pk=self.pk)
        return pages.values_list("url_path", "live").first() or (None, False)

    @property
    def is_expired(self) -> bool:
        return has_page_expired(self)

    @property
    def is_listed(self) -> bool:
        return not self.is_withdrawn

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None

    @property
    def withdrawn(self) -> dict[str, Any] | None:
        """Return the notice shown above a withdrawn page."""
        if not self.is_withdrawn:
            return None
        return {
            "withdrawn_on": self.withdrawn_on,
            "explanation": self.withdrawn_explanation,
        }

    @property
    def public_updated_at(self) -> datetime | None:
        """Return the day of the newest change note; without one, first publication."""
        newest = max((n.changed_on for n in self.change_notes.all()), default=None)
        if newest is None:
            return self.first_published_at
        midnight = timezone.make_aware(datetime.combine(newest, time.min))
        return midnight.astimezone(UTC)

    @property
    def dated_at(self) -> datetime | None:
        """Return the moment by which lists order this page."""
        return self.first_published_at

    def why_not_public(self) -> Reason | None:
        return why_page_is_not_public(self)

    def is_public(self) -> bool:
        """Tell whether an anonymous visitor may see this page now."""
        return self.why_not_public() is None

    def next_change(self) -> datetime | None:
        """Return the next moment at which this page changes without being edited."""
        return self.expire_at

    def list_tags(self) -> set[str]:
        return {list_tag(type(self))}

    def public_facets(self) -> Iterable[tuple[str, str]]:
        """Yield name and value of what lists of pages are filtered by."""
        for topic in self.topics.all():
            yield "topic", topic.slug

    def get_preview_context(
        self, request: HttpRequest, mode_name: str
    ) -> dict[str, Any]:
        """Show a page that was never saved under number 0: its public form has one."""
        if self.pk is None:  # type: ignore[has-type]
            self.id = self.pk = 0
        return super().get_preview_context(request, mode_name)

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Route as Wagtail does, but hold an expired page back at once.

        Wagtail leaves it live until `publish_scheduled` has run.
        """
        if not path_components and self.is_expired:
            raise Http404("This page has expired.")
        return super().route(request, path_components)

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Add `content`: the page's public form, the same one the API sends."""
        context = super().get_context(request, *args, **kwargs)
        in_preview = getattr(request, "is_preview", False)
        content: Any = public_content(request, self, stored=not in_preview)
        context["content"] = content
        # What else has a topic is other rows of the log.
        if self.shows_related and content.topics:
            context["related"] = related_to(content)
        elif self.shows_itself_alone:
            show_alone(request, self)
        return context
