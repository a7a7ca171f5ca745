"""What `check --deploy` says of the duties of a government site."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Info, Warning, register  # noqa: A004
from django.db import DatabaseError

from cms.models import SiteSettings
from cms.models.navigation import Subject
from cms.security_txt import PATH, WARN_DAYS

WHERE = "Settings > Site settings"


@register(deploy=True)
def security_txt_is_current(**kwargs: Any) -> list[CheckMessage]:
    """Report a security.txt that expires soon, or has expired."""
    try:
        return [found for one in all_settings() for found in expiry_of(one)]
    except DatabaseError as error:
        return [not_read(error)]


def expiry_of(settings: SiteSettings) -> Iterator[CheckMessage]:
    left = settings.security_days_left()
    hint = f"Look whether it still holds, and enter a new day in {WHERE} > Identity."
    if left is not None and left < 0:
        said = f"/{PATH} of {settings.site.hostname} expired {-left} days ago."
        yield Error(said, hint=hint, id="cms.E003")
    elif left is not None and left < WARN_DAYS:
        said = f"/{PATH} of {settings.site.hostname} expires in {left} days."
        yield Warning(said, hint=hint, id="cms.W001")


@register(deploy=True)
def official_sites_have_their_links(**kwargs: Any) -> list[CheckMessage]:
    """Report what an official website of the government must link to, and does not."""
    try:
        official = [one for one in all_settings() if one.banner]
        return [found for one in official for found in duties_of(one)]
    except DatabaseError as error:
        return [not_read(error)]


def duties_of(settings: SiteSettings) -> Iterator[CheckMessage]:
    host = settings.site.hostname
    linked = {link.subject for link in settings.required_links.all()}
    missing = [subject.value for subject in Subject if subject not in linked]
    if missing:
        yield Warning(
            f"The identifier of {host} lacks links: {', '.join(missing)}.",
            hint=f"Add them in {WHERE} > Links > Required links.",
            id="cms.W002",
        )
    if not settings.security_contact:
        yield Warning(
            f"{host} has no /{PATH}.",
            hint=f"Enter a contact for security in {WHERE} > Identity.",
            id="cms.W003",
        )


def all_settings() -> list[SiteSettings]:
    return list(SiteSettings.objects.select_related("site").order_by("pk"))


def not_read(error: DatabaseError) -> CheckMessage:
    """Say that nothing is known: a check of settings need not have a database."""
    return Info("The site settings could not be read.", hint=str(error), id="cms.I001")
