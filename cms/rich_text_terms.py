"""The button of the text editor that marks a glossary term, and what it stores."""

from typing import Any

from django.forms import Media
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry

from cms.models import Term
from cms.publishing.terms import LINK_TYPE

FEATURE, ENTITY = "term", "TERM"
CHOOSER = "wagtailsnippetchoosers_cms_term:choose"


class TermHandler(LinkHandler):
    """Tells Wagtail's index of references which terms a text marks."""

    identifier = LINK_TYPE

    @staticmethod
    def get_model() -> type[Term]:
        return Term

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return no link: pages show what was published, never this form."""
        return ["<a>" for _attrs in attrs_list]

    @classmethod
    def extract_references(cls, attrs: dict[str, Any]) -> Any:
        yield cls.get_model(), attrs["id"], "", ""


class TermElementHandler(LinkElementHandler):
    """Reads a stored mark for the editor, with the name that its tooltip shows."""

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        number = attrs.get("id", "")
        if not number.isdecimal():
            return {}
        term = Term.objects.filter(pk=number).first()
        found = {"id": int(number)}
        return found | {"name": term.name, "meaning": meaning(term)} if term else found


def meaning(term: Term) -> str:
    return f"{term.expansion}: {term.definition}" if term.expansion else term.definition


def term_entity(props: dict[str, Any]) -> Any:
    """Return a mark as it is stored: `<a linktype="term" id="5">`."""
    attributes = {"linktype": LINK_TYPE, "id": props.get("id")}
    return DOM.create_element("a", attributes, props["children"])


class TermFeature(EntityFeature):
    """The button, with the scripts that choose a snippet."""

    def __init__(self) -> None:
        data = {
            "type": ENTITY,
            "icon": "help",
            "description": _("Glossary term"),
            "chooserUrls": {"termChooser": reverse_lazy(CHOOSER)},
        }
        super().__init__(data, js=["wagtailadmin/js/chooser-modal.js"])

    @property
    def media(self) -> Media:
        return super().media + Media(js=["cms/admin/terms.js"])


def register_feature(features: FeatureRegistry) -> None:
    features.register_link_type(TermHandler)
    features.register_editor_plugin("draftail", FEATURE, TermFeature())
    rule = {
        "from_database_format": {
            f'a[linktype="{LINK_TYPE}"]': TermElementHandler(ENTITY)
        },
        "to_database_format": {"entity_decorators": {ENTITY: term_entity}},
    }
    features.register_converter_rule("contentstate", FEATURE, rule)
