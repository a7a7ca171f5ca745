"""`{% load feeds %}`: where the feeds of the site are."""

from django import template
from django.utils.translation import gettext as _

from cms.feeds import FeedLink, addresses_of, links_to

register = template.Library()


@register.simple_tag
def feeds_of_everything() -> list[FeedLink]:
    return links_to(_("All that is new"), addresses_of("all"))
