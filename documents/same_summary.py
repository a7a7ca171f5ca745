"""Telling that two documents have one summary: nobody can tell them apart by it."""

from django.http import HttpRequest
from wagtail.admin import messages
from wagtail.permissions import policy_registry

from .access import STAFF_ACTIONS
from .models import CustomDocument


def tell(request: HttpRequest, document: CustomDocument) -> None:
    """Warn that a document just saved has the summary of another one, if it has."""
    summary = document.summary.strip()
    policy = policy_registry.get_by_type(CustomDocument)
    seen = policy.instances_user_has_any_permission_for(request.user, STAFF_ACTIONS)
    others = seen.not_withdrawn().filter(summary=summary, language=document.language)
    other = others.exclude(pk=document.pk).order_by("title", "pk").first()
    if summary and other:
        messages.warning(
            request,
            f"“{document}” has the same summary as “{other}”. It stands below the "
            "title in lists and search engines: say what sets this document apart.",
        )
