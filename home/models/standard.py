"""Pages of running text: About, Legislation, Accessibility, Privacy."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.blocks import ArticleBlocks
from cms.models import BasePage
from cms.publishing.site_contact import SiteContact


class StandardPage(BasePage):
    """A page of blocks, with pages below it where a section needs them."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    body = StreamField(
        ArticleBlocks(),
        blank=True,
        help_text="The text, in blocks. Begin each part with a heading.",
    )

    show_contact = models.BooleanField(
        "show the contact of the site",
        default=False,
        help_text="Show, below the text, whom readers may ask: the contact of the site "
        "settings. For pages such as Contact and Accessibility.",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        FieldPanel("show_contact"),
    ]

    class Meta(BasePage.Meta):
        verbose_name = _("page")

    @property
    def contact(self) -> SiteContact:
        """Return what publishes the contact, where the page shows it."""
        return SiteContact(self.show_contact)
