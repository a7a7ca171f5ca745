"""What the site adds to the dashboard and the menu."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from .shortcuts import ShortcutsPanel


@hooks.register("construct_homepage_panels")
def add_shortcuts(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(ShortcutsPanel())


@hooks.register("register_help_menu_item")
def styleguide_menu_item() -> MenuItem:
    return MenuItem("Style guide", reverse("styleguide"), icon_name="view", order=900)
