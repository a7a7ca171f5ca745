"""The site whose address stands in what belongs to no page."""

from wagtail.models import Site


def default_site() -> Site | None:
    """Return the default site, or None in an installation that is still empty."""
    sites = Site.objects.select_related("root_page__locale")
    return sites.filter(is_default_site=True).first()
