"""Feeds of what is published: the same entries as RSS 2.0, Atom and JSON Feed 1.1."""

from .entries import Entry, Feed, File
from .formats import FORMATS, FeedLink, feed_response, links_to

__all__ = [
    "FORMATS",
    "Entry",
    "Feed",
    "FeedLink",
    "File",
    "feed_response",
    "links_to",
]
