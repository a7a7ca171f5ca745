"""Links that leave the site, marked for eye and ear: in one place, for every page.

A link to another host gets an icon, and words for who listens to the page. This is
done to the finished page, and not where links are written: rich text, blocks,
navigation, footer and whatever comes next are marked alike, and nobody has to think of
it. The JSON of the API stays as it is: its clients have marks of their own.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from wagtail.models import Site

# Templates and rich text write attributes in double quotes, and escape `<` and `>` in
# them; a link has no other inside it. So nothing is looked at twice.
LINK = re.compile(
    r'<a\b(?P<attributes>[^<>]*?\shref="(?P<address>(?:https?:)?//[^"<>]*)"[^<>]*)>'
    r"(?P<content>[^<]*(?:<(?!/?a\b)[^<]*)*)</a>",
    re.IGNORECASE,
)
# An arrow that leaves its box, drawn in the color of the words.
ICON = mark_safe(
    '<svg width="12" height="12" viewBox="0 0 12 12" fill="none" '
    'stroke="currentColor" stroke-width="1.5" aria-hidden="true" focusable="false">'
    '<path d="M4.5 2H1.5v8.5H10v-3M7 1.5h3.5V5M10.5 1.5 5.5 6.5"/></svg>'
)


class ExternalLinksMiddleware:
    """Marks the links of pages that lead to another host."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and is_page(request, response):
            page = response.content.decode(response.charset)
            response.content = marked(page, request.get_host())
        return response


def is_page(request: HttpRequest, response: HttpResponse) -> bool:
    """Tell whether this is a page of the site: not the editor, the API or a file."""
    elsewhere = (settings.ADMIN_PATH, "/api/")
    return (
        not response.streaming
        and response.get("Content-Type", "").startswith("text/html")
        and not request.path_info.startswith(elsewhere)
    )


def marked(page: str, host: str) -> str:
    """Return a page with its links to other hosts marked; this one is `host`."""
    sign, own = sign_in_language(), own_hosts() | {name_of(f"//{host}"), ""}

    def mark(found: re.Match[str]) -> str:
        if name_of(found["address"]) in own:
            return found[0]
        return f"<a{found['attributes']}>{found['content'].rstrip()}{sign}</a>"

    return LINK.sub(mark, page)


def name_of(address: str) -> str:
    """Return the host of an address, without its port; empty where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def own_hosts() -> set[str]:
    """Return the names of the installation's sites, which Wagtail keeps."""
    sites = {name_of(site.root_url) for site in Site.get_site_root_paths()}
    return sites | set(settings.ALLOWED_HOSTS)


def sign_in_language() -> str:
    """Return what is added to the words of a link, in the language of the page."""
    words = gettext("external link")
    return format_html(
        '<span class="external">{}<span class="usa-sr-only"> ({})</span></span>',
        *(ICON, words),
    )
