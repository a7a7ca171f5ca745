"""What the core adds to Wagtail's editor."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from cms import dashboard, publication_messages, rich_text_terms
from cms.admin_views import PublishBulkAction
from cms.bulk_actions import DeleteBulkAction, UnpublishBulkAction
from cms.publishing import record
from cms.publishing.publishable import is_publishable
from cms.translation_views import refuse_incomplete

hooks.register("register_rich_text_features", rich_text_terms.register_feature)
hooks.register("construct_homepage_panels", dashboard.add_expiry)

# After Wagtail's: of two actions with one name the later one holds.
for action in (PublishBulkAction, UnpublishBulkAction, DeleteBulkAction):
    hooks.register("register_bulk_action", action, order=1)


@hooks.register("after_bulk_action")
def follow_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> None:
    """Follow what was moved to another collection by SQL, which sends no signal."""
    if action_type != "add_to_collection":
        return
    with record.following_together():
        for obj in objects:
            if is_publishable(obj):
                record.follow(obj)


@hooks.register("before_create_page")
@hooks.register("before_edit_page")
@hooks.register("before_bulk_action")
def note_beginning(request: HttpRequest, *args: Any) -> None:
    publication_messages.begin(request)


# Before wagtail-localize, which answers then.
@hooks.register("before_edit_page", order=-1)
def refuse_incomplete_translation(
    request: HttpRequest, page: Page
) -> HttpResponse | None:
    return refuse_incomplete(request, page)


@hooks.register("after_edit_page")
def tell_of_approval(request: HttpRequest, page: Page) -> None:
    publication_messages.tell_of_approval(request, page)
