"""Who may not publish, at work on what a publisher has made."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from cms.publishing.models import Publication
from home.groups import EDITORS

from .cases import TranslatingTestCase

SECRET = "Geheimnis"


def last_sequence() -> int:
    rows = Publication.objects.order_by("-sequence").values_list("sequence", flat=True)
    return rows.first() or 0


class AttackTestCase(TranslatingTestCase):
    """The pages are made by a publisher; then an editor comes."""

    def editor(self) -> None:
        self.client.logout()
        self.sign_in(EDITORS)

    def translator(self) -> None:
        """Come as somebody who translates pages, and has no other permission."""
        self.client.logout()
        group = Group.objects.create(name="Translators")
        group.permissions.add(
            Permission.objects.get(codename="access_admin"),
            Permission.objects.get(codename="submit_translation"),
        )
        change = Permission.objects.get(
            content_type__app_label="wagtailcore", codename="change_page"
        )
        home = self.in_spanish(self.home)
        GroupPagePermission.objects.create(group=group, page=home, permission=change)
        user = get_user_model().objects.create_user("translator", password="password")
        user.groups.add(group)
        self.client.force_login(user)

    def post(self, name: str, *args: Any, **data: Any) -> Any:
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(
                reverse(f"wagtail_localize:{name}", args=args), data
            )
