"""Feeds of what is published: the same entries as RSS 2.0, Atom and JSON Feed 1.1."""

from . import converters as converters
from .channels import Channel, addresses_of, feed_at, last_of, merged
from .entries import Entry, Feed, File
from .formats import FORMATS, FeedLink, feed_response, links_to

__all__ = [
    "FORMATS",
    "Channel",
    "Entry",
    "Feed",
    "FeedLink",
    "File",
    "addresses_of",
    "feed_at",
    "feed_response",
    "last_of",
    "links_to",
    "merged",
]
