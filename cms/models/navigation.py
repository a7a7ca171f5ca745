"""Links that stand on every page."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable


class SiteLink(Orderable):
    """A link to a page of the site or to an address elsewhere, never both."""

    label = models.CharField(
        max_length=80,
        blank=True,
        help_text="Leave empty to use the title of the page.",
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=(
            "A page of this site. Readers of another language get its translation."
        ),
    )
    url = models.URLField(
        "address",
        blank=True,
        help_text=(
            "An address elsewhere, for example “https://example.gov/foia”. A link has "
            "a page or an address."
        ),
    )

    panels = [FieldPanel("label"), PageChooserPanel("page"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.label or (self.page.title if self.page else self.url)

    def clean(self) -> None:
        super().clean()
        if bool(self.page_id) == bool(self.url):
            raise ValidationError(
                {"url": "Choose a page or enter an address, one of the two."}
            )
        if self.url and not self.label:
            raise ValidationError(
                {"label": "A link to an address needs a label that people can read."}
            )


class NavigationLink(SiteLink):
    """An entry of the main navigation."""

    settings = ParentalKey("cms.SiteSettings", related_name="navigation")


class FooterLink(SiteLink):
    """An entry of the footer."""

    settings = ParentalKey("cms.SiteSettings", related_name="footer_links")


class RequiredLink(SiteLink):
    """A link the parent agency must show, in the identifier."""

    settings = ParentalKey("cms.SiteSettings", related_name="required_links")
