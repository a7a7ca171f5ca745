"""A site as its readers of one language see it: what stands around the content."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.apps import apps
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from .models import Reason
from .visibility import why_page_is_not_public


class SiteInLocale:
    """A site with the home page of one locale, by whose number it is known."""

    is_listed = True

    def __init__(self, site: Site, home: Page) -> None:
        self.site = site
        self.home = home
        self.pk = home.pk
        self.title = site.site_name or home.title
        model = apps.get_model("cms", "SiteSettings")
        # Not `for_site`, which writes defaults: looking must not change anything.
        self.settings = model.objects.filter(site=site).first() or model(site=site)

    @classmethod
    def load(cls, home_id: int) -> "SiteInLocale | None":
        found = (one for one in cls.load_all() if one.pk == home_id)
        return next(found, None)

    @classmethod
    def load_all(cls) -> Iterator["SiteInLocale"]:
        for site in Site.objects.select_related("root_page__locale"):
            homes = site.root_page.get_translations(inclusive=True)
            for home in homes.select_related("locale").order_by("pk"):
                yield cls(site, home)

    @property
    def locale(self) -> Locale:
        return self.home.locale

    @property
    def dated_at(self) -> datetime | None:
        return None

    def why_not_public(self) -> Reason | None:
        return why_page_is_not_public(self.home)

    def next_change(self) -> datetime | None:
        """Return when the alert begins or ends."""
        now = timezone.now()
        moments = (self.settings.alert_starts_at, self.settings.alert_ends_at)
        return min((m for m in moments if m and m > now), default=None)

    def list_tags(self) -> set[str]:
        return set()

    def public_facets(self) -> Iterable[tuple[str, str]]:
        return ()
