"""The first thing an editor sees: what they can write, one click away."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from wagtail.admin.ui.components import Component
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from news.models import NewsIndexPage, StoryIndexPage, WebinarIndexPage

from .models import ImpactIndexPage

# What is written most comes first.
SECTIONS = (NewsIndexPage, WebinarIndexPage, StoryIndexPage, ImpactIndexPage)


@dataclass(frozen=True)
class Shortcut:
    """A link to the editor of something new."""

    label: str
    url: str


def shortcuts_for(user: Any) -> list[Shortcut]:
    """Return what the user may write, in each section of each language."""
    found = list(document_shortcut(user))
    for model in SECTIONS:
        for section in model.objects.select_related("locale").order_by("path"):
            if section.permissions_for_user(user).can_add_subpage():
                found += page_shortcuts(section)
    return found


def document_shortcut(user: Any) -> Iterator[Shortcut]:
    policy = policy_registry.get_by_type(get_document_model())
    if policy.user_has_permission(user, "add"):
        yield Shortcut("Document", reverse("wagtaildocs:add"))


def page_shortcuts(section: Page) -> Iterator[Shortcut]:
    for model in section.creatable_subpage_models():
        kind = model._meta
        yield Shortcut(
            f"{capfirst(kind.verbose_name)} in {section.title}",
            reverse(
                "wagtailadmin_pages:add",
                args=[kind.app_label, kind.model_name, section.pk],
            ),
        )


class ShortcutsPanel(Component):
    """The shortcuts, at the top of the dashboard."""

    order = 50
    template_name = "home/admin/shortcuts.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"shortcuts": shortcuts_for(parent_context["request"].user)}
