"""Stories of people who took part."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from cms.blocks import ArticleBlocks
from cms.models import BasePage, IndexPage
from cms.publishing.pictures import Picture, picture
from cms.quotations import MARKS_MESSAGE, has_marks_around

from .list_filters import TOPIC, YEAR


class StoryIndexPage(IndexPage):
    """All stories."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.StoryPage"]
    max_count_per_parent = 1

    listed_type = "news.StoryPage"
    filters = (TOPIC, YEAR)

    class Meta(IndexPage.Meta):
        verbose_name = _("stories section")


class StoryPage(BasePage):
    """One person's way through the programme, in their own words where we have them.

    Consent and age are for the editors alone: no public shape declares them.
    """

    parent_page_types = ["news.StoryIndexPage"]
    subpage_types: list[str] = []
    shows_related = True

    person = models.CharField(
        max_length=120,
        help_text="The name as the person wants it printed, for example “Ana Ruiz”.",
    )
    lead = models.TextField(
        max_length=300,
        help_text="One or two sentences, shown in lists and on the home page.",
    )
    quote = models.TextField(
        max_length=600,
        blank=True,
        help_text="Enter the words only; the page adds the quotation marks.",
    )
    attribution = models.CharField(
        max_length=120,
        blank=True,
        help_text="Who said it, if not the person above, for example “Her teacher”.",
    )
    portrait = models.ForeignKey(
        "cms.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="A picture of the person; its record says whom to credit.",
    )
    portrait_alt = models.CharField(
        "alternative text",
        max_length=200,
        blank=True,
        help_text="What the portrait shows. Empty means that the image's own "
        "description is used.",
    )
    work = models.CharField(
        max_length=200,
        blank=True,
        help_text="The work the family moved for, for example “hoeing and thinning "
        "sugar beets”.",
    )
    school = models.CharField(
        max_length=200,
        blank=True,
        help_text="The school the person finished, with its place where two have the "
        "name, for example “Sidney High School, Montana”.",
    )
    graduation_year = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1966), MaxValueValidator(2100)],
        help_text="A year from 1966, when the program began, for example 2011.",
    )
    programmes = ParentalManyToManyField(
        "cms.Programme",
        verbose_name="programs",
        blank=True,
        help_text="The programs that took part. They are made under Snippets.",
    )
    body = StreamField(
        ArticleBlocks(), blank=True, help_text="The story itself, in blocks."
    )

    consent_on_file = models.BooleanField(
        default=False,
        help_text="Tick when the signed consent to publish this story is on file.",
    )
    consent_date = models.DateField(
        "date of consent",
        null=True,
        blank=True,
        help_text="The day on which the consent was signed, as the paper has it.",
    )
    consent_reason = models.TextField(
        "reason without consent",
        max_length=500,
        blank=True,
        help_text="Why the story may be published without a consent on file, for "
        "example “Taken from the person's own public speech.” No reader sees it.",
    )
    was_minor = models.BooleanField(
        "a minor at the time",
        default=False,
        help_text="Tick when the person was under 18 when the story was told.",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("person"),
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("quote"), FieldPanel("attribution")], "Quotation"),
        MultiFieldPanel(
            [FieldPanel("portrait"), FieldPanel("portrait_alt")], "Portrait"
        ),
        InlinePanel(
            "places",
            heading="Places",
            label="Place",
            help_text="The route, in the order of travel.",
        ),
        MultiFieldPanel(
            [
                FieldPanel("work"),
                FieldRowPanel([FieldPanel("school"), FieldPanel("graduation_year")]),
                FieldPanel("programmes", widget=forms.CheckboxSelectMultiple),
            ],
            "Facts",
        ),
        FieldPanel("body"),
    ]
    settings_panels = [
        *BasePage.settings_panels,
        MultiFieldPanel(
            [
                FieldPanel("consent_on_file"),
                FieldPanel("consent_date"),
                FieldPanel("consent_reason"),
                FieldPanel("was_minor"),
            ],
            "Consent (internal, never public)",
        ),
    ]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("person"),
        SynchronizedField("school"),
        # For the editors alone, whatever language readers have.
        SynchronizedField("consent_reason", overridable=False),
    ]

    class Meta(BasePage.Meta):
        verbose_name = _("story")

    def draft_errors(self) -> dict[str, str]:
        errors = super().draft_errors()
        if has_marks_around(self.quote):
            errors["quote"] = MARKS_MESSAGE
        return errors

    def publication_errors(self) -> dict[str, str]:
        errors = super().publication_errors()
        if not self.consent_on_file and not self.consent_reason.strip():
            errors["consent_on_file"] = (
                "Tick this when the consent is on file, or say below why the story may "
                "be published without one."
            )
        if self.consent_on_file and not self.consent_date:
            errors["consent_date"] = "Enter the day on which the consent was signed."
        if self.portrait and not (self.portrait_alt or self.portrait.description):
            errors["portrait_alt"] = (
                "Describe the portrait here, or give the image itself a description."
            )
        return errors

    @property
    def picture(self) -> Picture | None:
        return picture(self.portrait, self.portrait_alt)


class PlaceRole(models.TextChoices):
    SENDING = "sending", _("Sending")
    RECEIVING = "receiving", _("Receiving")
    OTHER = "other", _("Other")


class Place(TranslatableMixin, Orderable):
    """A stop on the route."""

    page = ParentalKey(StoryPage, related_name="places")
    name = models.CharField(max_length=120, help_text="For example “Brownfield”.")
    state = models.CharField(
        max_length=60, help_text="The state or country, for example “TX”."
    )
    role = models.CharField(
        max_length=20,
        choices=PlaceRole.choices,
        default=PlaceRole.OTHER,
        help_text="Sending is where the family set out, receiving where it worked.",
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("state"), FieldPanel("role")])
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.name}, {self.state}"

    @property
    def role_label(self) -> str:
        return self.get_role_display()
