"""The public shape of a redirect."""

from datetime import datetime

from pydantic import Field

from .base import PublicSchema
from .references import OptionalPage


class RedirectMeta(PublicSchema):
    """Facts about a redirect, in the place where pages have them."""

    type: str = Field(examples=["cms.Redirect"])
    detail_url: str
    path: str = Field(description="The old path, as `old_path`.")
    date: datetime | None = Field(
        description="When it was entered, if that is known; lists are ordered by it."
    )
    locale: str | None = Field(
        description="The language of the page to which it leads, if it is one."
    )


class RedirectDetail(PublicSchema):
    """An old address, and where it leads."""

    id: int
    meta: RedirectMeta
    old_path: str = Field(
        description="Path on the site, without a slash at its end.",
        examples=["/news/2016/forum"],
    )
    location: str = Field(
        description="Where it leads: a path on the site, or an address elsewhere.",
        examples=["/news/forum/"],
    )
    page: OptionalPage = Field(description="The page to which it leads, if it is one.")
    permanent: bool = Field(description="True: 301 or 308; false: 302 or 307.")
    site: str | None = Field(
        description="Address of the one site to which it belongs; null for all sites.",
        examples=["https://results.example.org"],
    )
