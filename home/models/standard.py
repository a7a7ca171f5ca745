"""Pages of running text: About, Legislation, Accessibility, Privacy."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.blocks import ArticleBlocks
from cms.models import BasePage


class StandardPage(BasePage):
    """A page of blocks, with pages below it where a section needs them."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    body = StreamField(
        ArticleBlocks(),
        blank=True,
        help_text="The text, in blocks. Begin each part with a heading.",
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta(BasePage.Meta):
        verbose_name = _("page")
