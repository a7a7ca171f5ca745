"""Conventions of the project as system checks."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register

from cms.models import BasePage, IndexPage
from cms.models.snippets import Named
from cms.publishing.registry import published_types


@register()
def page_types_have_schemas(**kwargs: Any) -> list[CheckMessage]:
    """Report types that could be published but would never reach the log."""
    published = {known.model for known in published_types()}
    return [
        Error(
            f"{model._meta.label} has no public schema.",
            hint=f"Declare one in {model._meta.app_label}/api.py: "
            f"@publishes({model.__name__}, card=...).",
            obj=model,
            id="cms.E001",
        )
        for model in apps.get_models()
        if issubclass(model, BasePage | Named) and model not in published
    ]


@register()
def index_pages_list_a_type(**kwargs: Any) -> list[CheckMessage]:
    """Report index pages whose list would always be empty."""
    names = {known.name for known in published_types()}
    return [
        Error(
            f"{model._meta.label} lists {model.listed_type!r}, which is not published.",
            hint="Set listed_type to the label of a published type.",
            obj=model,
            id="cms.E002",
        )
        for model in apps.get_models()
        if issubclass(model, IndexPage) and model.listed_type not in names
    ]
