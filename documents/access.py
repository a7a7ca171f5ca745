"""Who may see a document."""

from enum import Enum
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from wagtail.permissions import policy_registry

from .models import CustomDocument, DocumentVersion

STAFF_ACTIONS = ["add", "change", "delete", "choose"]


class Access(Enum):
    """As whom a visitor may see a document."""

    PUBLIC = "everybody"
    MEMBER = "somebody whom the collection lets in"
    STAFF = "somebody who works on documents"


def access_to(document: CustomDocument, request: HttpRequest) -> Access | None:
    """Return as whom the visitor may see the document, or None.

    Asks for no user and no session where the document is public, so that the answer
    is the same for everybody and may be kept by caches.
    """
    if document.is_public():
        return Access.PUBLIC
    if is_staff_for(document, request):
        return Access.STAFF
    if document.is_released and is_let_in(document, request):
        return Access.MEMBER
    return None


def access_to_version(version: DocumentVersion, request: HttpRequest) -> Access | None:
    """Return as whom the visitor may see a version, or None.

    A version that nobody but the members of a collection could get stays theirs, even
    if its document is for everybody by now.
    """
    document = version.document
    access = access_to(document, request)
    if access is Access.PUBLIC and not is_visible(version, document, access):
        return Access.STAFF if is_staff_for(document, request) else None
    return access if access and is_visible(version, document, access) else None


def visible_versions(document: CustomDocument, access: Access) -> list[DocumentVersion]:
    """Return the versions that somebody with this access may see, the oldest first."""
    versions = document.versions.order_by("number")
    return [v for v in versions if is_visible(v, document, access)]


def is_visible(
    version: DocumentVersion, document: CustomDocument, access: Access
) -> bool:
    """Tell whether a version is seen by whoever sees its document with this access."""
    if access is Access.STAFF or version.number == document.version_number:
        return True
    if access is Access.MEMBER:
        return version.published_at is not None
    return version.was_public


def is_staff_for(document: CustomDocument, request: HttpRequest) -> bool:
    """Tell whether the visitor works on this document in the admin."""
    user = request.user
    return user.has_perm("wagtailadmin.access_admin") and policy_registry.get_by_type(
        CustomDocument
    ).user_has_any_permission_for_instance(user, STAFF_ACTIONS, document)


def is_let_in(document: CustomDocument, request: HttpRequest) -> bool:
    """Tell whether the visitor satisfies every restriction of the collection."""
    restrictions = document.collection.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)


def hiding(view: Any) -> Any:
    """Answer 404 with the same headers whether something is hidden or never was.

    Of something hidden the user is asked for, and `Vary` says so.
    """

    @wraps(view)
    def hidden(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response: HttpResponseBase = view(request, *args, **kwargs)
        except Http404:
            request.user.is_authenticated  # noqa: B018
            raise
        return response

    return hidden
