"""The read API: its addresses, and where each is answered."""

from . import changes, documents, images, index, pages, redirects, site, snippets
from .documentation import Documentation, permit_icons
from .read_only import NAMESPACE, ReadOnlyAPI

api = ReadOnlyAPI(
    title="RESULTS API",
    version="2",
    description=(
        "What this site has published, as JSON: anonymous, read-only, complete. "
        "Images, documents and links come resolved. What is not public is in no "
        "answer."
    ),
    urls_namespace=NAMESPACE,
    docs=Documentation(),
    docs_url="/docs/",
    docs_decorator=permit_icons,
)
api.add_router("", index.router_of(api))
api.add_router("/pages", pages.router)
api.add_router("/documents", documents.router)
api.add_router("/images", images.router)
snippets.add_routers(api)
api.add_router("/redirects", redirects.router)
api.add_router("/site", site.router)
api.add_router("/changes", changes.router)
