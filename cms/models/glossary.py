"""Words that need explaining, and the page that explains them all."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import register_snippet

from cms.blocks import TEXT_FEATURES
from cms.publishing.tags import list_tag, translation_tag
from cms.publishing.terms import AllTerms

from .pages import BasePage
from .snippets import Named


@register_snippet
class Term(TranslatableMixin, Named):
    """A word of the trade in one language, with its meaning in plain words.

    It is public while the glossary of its language is.
    """

    name = models.CharField(
        max_length=120,
        help_text="The word or abbreviation as readers meet it, for example “COE”.",
    )
    expansion = models.CharField(
        max_length=160,
        blank=True,
        help_text="What an abbreviation stands for, for example “Certificate of "
        "Eligibility”.",
    )
    definition = models.TextField(
        max_length=400,
        help_text="One or two plain sentences that use no other word of the trade, for "
        "example “The form on which a recruiter writes down why a child is eligible.”",
    )
    # Its place on the page of the glossary: made from the name.
    slug = models.SlugField(max_length=130, editable=False)

    panels = [
        *Named.panels,
        FieldPanel("expansion"),
        FieldPanel("definition"),
    ]

    class Meta(Named.Meta, TranslatableMixin.Meta):
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")

    def clean(self) -> None:
        super().clean()
        if self.twins().exists():
            raise ValidationError(
                {"name": "The glossary has this term already, or one spelled like it."}
            )

    def twins(self) -> "models.QuerySet[Term]":
        """Return other terms that would stand in the same place."""
        same = Term.objects.filter(slug=anchor_of(self.name), locale=self.locale_id)
        return same.exclude(pk=self.pk)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = anchor_of(self.name)
        super().save(*args, **kwargs)

    def list_tags(self) -> set[str]:
        return {list_tag(Term), translation_tag(self)}

    def public_facets(self) -> Iterable[tuple[str, str]]:
        yield "slug", self.slug


def anchor_of(name: str) -> str:
    """Return the fragment identifier of a term; two languages have it on two pages."""
    return slugify(name) or "term"


class GlossaryPage(BasePage):
    """All terms of its language, to which the marked ones in texts lead."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    introduction = RichTextField(
        features=TEXT_FEATURES,
        blank=True,
        help_text="One or two sentences above the list: what the reader finds in it. "
        "The terms come from Snippets by themselves.",
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    class Meta(BasePage.Meta):
        verbose_name = _("glossary")

    @property
    def entries(self) -> AllTerms:
        """Return what publishes all terms of the page's language."""
        return AllTerms(self.locale)
