"""News, webinars and stories."""

from .news import NewsIndexPage, NewsPage
from .presenter import Presenter
from .story import Place, StoryIndexPage, StoryPage
from .webinar import WebinarPage
from .webinar_index import WebinarIndexPage

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
