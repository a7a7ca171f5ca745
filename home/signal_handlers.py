"""What follows when a section of the site is made."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page

from home.groups import EDITORS_SECTIONS, open_to_editors


def open_new_section(instance: Page, created: bool, raw: bool, **kwargs: Any) -> None:
    if created and not raw:
        open_to_editors(instance)


def connect() -> None:
    for section in EDITORS_SECTIONS:
        post_save.connect(open_new_section, sender=section)
