"""Whom readers of the site may ask, as a part of a page."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps

from .tags import CONTACT


@dataclass(frozen=True)
class SiteContact:
    """The contact of the default site, or nothing."""

    is_shown: bool

    def publish(self, renderer: Any) -> dict[str, str] | None:
        if not self.is_shown:
            return None
        renderer.note(CONTACT)
        model = apps.get_model("cms", "SiteSettings")
        settings = model.objects.filter(site=renderer.known.default_site).first()
        contact: dict[str, str] = (settings or model()).contact_in(renderer.locale)
        return contact
