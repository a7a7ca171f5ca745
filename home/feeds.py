"""The feeds of the site: of each kind, and of everything."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.feeds import Feed, feed_at, feed_response, merged
from cms.publishing.clock import catch_up
from cms.publishing.content import only_page
from cms.publishing.reading import LogState
from documents.library.feeds import DOCUMENTS
from news.feeds import CHANNELS

EVERYTHING = "all"


@require_safe
@transaction.non_atomic_requests
def feed(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """Send what is new of a kind, or of everything, as a feed."""
    state = catch_up()
    if name == EVERYTHING:
        return feed_response(feed_of_everything(request, state), kind)
    return feed_response(feed_of(request, state, name), kind)


def feed_of(request: HttpRequest, state: LogState, name: str) -> Feed:
    """Return the feed of one kind; answers 404 where there is no such kind."""
    if name not in CHANNELS:
        raise Http404("There is no such feed.")
    channel, language = CHANNELS[name], get_language() or "en"
    return feed_at(
        request,
        state,
        title=str(channel.title),
        description=str(channel.description),
        path=channel.path(language),
        entries=merged([channel.last(language)]),
    )


def feed_of_everything(request: HttpRequest, state: LogState) -> Feed:
    language = get_language() or "en"
    home = only_page("home.HomePage", language)
    channels = [*CHANNELS.values(), DOCUMENTS]
    return feed_at(
        request,
        state,
        title=_("All that is new"),
        description=_("News, stories, events and documents, the last first."),
        path=home.meta.path if home else "/",
        entries=merged(channel.last(language) for channel in channels),
    )
