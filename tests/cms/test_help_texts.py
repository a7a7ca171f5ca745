"""Every field that an editor meets is explained in whole sentences."""

from collections.abc import Iterator
from typing import Any

import pytest
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from cms.models import SiteSettings

MODELS = [
    *(model for model in get_page_models() if model is not Page),
    *get_snippet_models(),
    SiteSettings,
]
# In the words of Wagtail, which explains the times beside their own switch.
WAGTAILS_OWN = {"title", "go_live_at", "expire_at"}


def panels_of(panel: Any) -> Iterator[Any]:
    yield panel
    for child in getattr(panel, "children", []):
        yield from panels_of(child)
    if isinstance(panel, InlinePanel):
        yield from panels_of(panel.child_edit_handler)


def explanations(model: Any) -> Iterator[tuple[str, str]]:
    """Yield the name and the help text of what an editor fills in."""
    if hasattr(model, "get_edit_handler"):
        handler = model.get_edit_handler()
    else:
        own = getattr(model, "edit_handler", None) or ObjectList(model.panels)
        handler = own.bind_to_model(model)
    for panel in panels_of(handler):
        if isinstance(panel, FieldPanel):
            text = panel.help_text or panel.db_field.help_text
            yield f"{panel.model.__name__}.{panel.field_name}", str(text)
        elif isinstance(panel, InlinePanel):
            yield f"{panel.model.__name__}.{panel.relation_name}", panel.help_text


class HelpTextTests:
    @pytest.mark.parametrize("model", MODELS)
    def test_is_there_and_is_a_sentence(self, model):
        for name, text in explanations(model):
            if name.split(".")[1] not in WAGTAILS_OWN:
                assert text, name
                assert text[0].isupper(), name
                assert text.rstrip().endswith((".", ".”")), f"{name}: {text}"

    @pytest.mark.parametrize("model", MODELS)
    def test_is_american_english(self, model):
        for name, text in explanations(model):
            for word in ("programme", "colour", "organisation", "cancelled", "centre"):
                assert word not in text.lower(), name
