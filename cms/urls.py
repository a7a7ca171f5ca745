"""Every route of the site: the one file of the core that names the applications."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.db import transaction
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns
from wagtail.views import serve as serve_page

from cms import robots, views
from cms.admin_views import workflow_action
from cms.api.api import api
from cms.security_txt import PATH as SECURITY_TXT
from cms.security_txt import security_txt
from cms.translation_views import (
    convert_to_alias,
    submit_page,
    submit_snippet,
    update_translations,
)
from documents import urls as documents_urls
from documents.access import hiding
from home.feeds import feed
from home.figures import router as impact_router
from home.sitemap import views as sitemap_views
from home.styleguide.views import styleguide
from news.calendar import all_events, webinar_calendar
from search import views as search_views
from search.endpoints import router as search_router

# A page that is read takes no transaction: on SQLite each one begins with the lock
# of the one writer there is. What is due by the clock is published in its own.
transaction.non_atomic_requests(serve_page)
# Before a page is looked for: it may be public since a moment ago.
page_urls = decorate_urlpatterns(wagtail_urls.urlpatterns, views.when_caught_up)

file_urls = decorate_urlpatterns(wagtaildocs_urls.urlpatterns, hiding)

# What is of an application: the API itself names no content type.
api.add_router("/impact", impact_router)
api.add_router("/search", search_router)

ADMIN_PATH = settings.ADMIN_PATH.lstrip("/")

urlpatterns = [
    # Before the views of Wagtail and wagtail-localize of the same addresses.
    path(
        f"{ADMIN_PATH}pages/workflow/action/<int:page_id>/<slug:action_name>/"
        "<int:task_state_id>/",
        workflow_action,
    ),
    path(f"{ADMIN_PATH}localize/submit/page/<int:page_id>/", submit_page),
    path(
        f"{ADMIN_PATH}localize/submit/snippet/<slug:app_label>/<slug:model_name>/"
        "<str:pk>/",
        submit_snippet,
    ),
    path(
        f"{ADMIN_PATH}localize/update/<int:translation_source_id>/",
        update_translations,
    ),
    path(
        f"{ADMIN_PATH}localize/page/<int:page_id>/convert_to_alias/", convert_to_alias
    ),
    path(ADMIN_PATH, include(wagtailadmin_urls)),
    path("api/v2/", api.urls),
    path(
        "images/<int:pk>/<slug:version>/<slug:preset>/<int:width>.<slug:extension>",
        views.image_size,
        name="image_size",
    ),
    path(
        "images/<int:pk>/<slug:version>/<str:filename>",
        views.image_original,
        name="image_original",
    ),
    re_path(r"^media/(?P<name>.+)$", views.media, name="media"),
    path("documents/file/", include(file_urls)),
    path("documents/", include(documents_urls)),
    path(SECURITY_TXT, security_txt, name="security_txt"),
    path("events/<int:pk>.ics", webinar_calendar, name="webinar_calendar"),
    path("styleguide/", styleguide, name="styleguide"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemap_views.sitemap, name="sitemap"),
    path(
        "sitemap-<slug:section>-<int:number>.xml",
        sitemap_views.sitemap_part,
        name="sitemap_part",
    ),
]

# The address tells the language: none is the site's own, /es/ is Spanish.
urlpatterns += i18n_patterns(
    path("search/", search_views.search, name="search"),
    path("search/description.xml", search_views.description, name="search_description"),
    path("documents/", include(documents_urls.page_urlpatterns)),
    path("events/calendar.ics", all_events, name="calendar"),
    path("feeds/<slug:name>.<feed:kind>", feed, name="feed"),
    path("", include(page_urls)),
    prefix_default_language=False,
)

# Without a query: they come whatever is broken.
handler404 = "cms.error_pages.not_found"
handler500 = "cms.error_pages.server_error"
