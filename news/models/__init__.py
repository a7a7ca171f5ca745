"""News, webinars and stories."""

from .news import NewsIndexPage, NewsPage
from .story import Place, StoryIndexPage, StoryPage
from .webinar import Presenter, WebinarIndexPage, WebinarPage

__all__ = [
    "NewsIndexPage",
    "NewsPage",
    "Place",
    "Presenter",
    "StoryIndexPage",
    "StoryPage",
    "WebinarIndexPage",
    "WebinarPage",
]
