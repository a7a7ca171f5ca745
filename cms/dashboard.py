"""What the dashboard of the admin says of the site."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from cms.models import SiteSettings
from cms.security_txt import PATH, WARN_DAYS


class ExpiryPanel(Component):
    """Which security.txt expires soon, for whoever may change that."""

    order = 40
    template_name = "cms/admin/expiry.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"expiring": expiring_settings(), "path": f"/{PATH}"}


def expiring_settings() -> list[SiteSettings]:
    """Return the settings whose security.txt expires within the month, or has."""
    named = SiteSettings.objects.exclude(security_contact="").select_related("site")
    return [one for one in named if (one.security_days_left() or 0) < WARN_DAYS]


def add_expiry(request: HttpRequest, panels: list[Component]) -> None:
    if request.user.has_perm("cms.change_sitesettings") and expiring_settings():
        panels.append(ExpiryPanel())
