"""Telling that a file is there already: one record is enough for one document."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.text import get_text_list
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.permissions import policy_registry

from .access import STAFF_ACTIONS
from .models import CustomDocument, DocumentVersion
from .querysets import DocumentQuerySet

# More are not worth naming.
MOST_NAMED = 3


@dataclass(frozen=True)
class Twin:
    """A document that has the same bytes, with where the user looks at it."""

    title: str
    url: str


def twins_of(document: CustomDocument, user: Any) -> DocumentQuerySet:
    """Return the others with the same file, now or once, that the user may see."""
    policy = policy_registry.get_by_type(CustomDocument)
    seen = policy.instances_user_has_any_permission_for(user, STAFF_ACTIONS)
    same = DocumentVersion.objects.filter(sha256=document.sha256)
    numbers = same.exclude(document=document.pk).values("document")
    return seen.filter(pk__in=numbers).order_by("title", "pk")


def links_to_twins(user: Any, document: CustomDocument) -> list[Twin]:
    """Return the first of the others with the same file."""
    finder = AdminURLFinder(user)
    return [
        Twin(twin.title, finder.get_edit_url(twin) or twin.path)
        for twin in twins_of(document, user)[:MOST_NAMED]
    ]


def tell(request: HttpRequest, document: CustomDocument) -> None:
    """Warn that the file of a document just saved is there already, if it is."""
    twins = links_to_twins(request.user, document)
    if not twins:
        return
    names = get_text_list([f"“{twin.title}”" for twin in twins], "and")
    messages.warning(
        request,
        f"The file of “{document}” is there already, in {names}. If it is the same "
        "document, use that record and delete this one.",
        buttons=[messages.button(twin.url, twin.title) for twin in twins],
    )
