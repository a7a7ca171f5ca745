"""`{% load news_feeds %}`: where news, stories and events can be followed."""

import re

from django import template

from cms.feeds import FeedLink
from news.feeds import CHANNELS

register = template.Library()


@register.simple_tag
def feeds_of(name: str) -> list[FeedLink]:
    """Return the links to the feed of `news`, `stories` or `events`."""
    return CHANNELS[name].links()


@register.filter
def as_webcal(root_url: str) -> str:
    """Return the address of a site under which programs for calendars subscribe."""
    return re.sub(r"^https?:", "webcal:", root_url)
