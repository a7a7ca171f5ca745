"""What the site adds to the dashboard."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from .shortcuts import ShortcutsPanel


@hooks.register("construct_homepage_panels")
def add_shortcuts(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(ShortcutsPanel())
