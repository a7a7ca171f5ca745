"""What a feed says, whatever its format."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cms.publishing.schemas.site import SiteInfo


@dataclass(frozen=True)
class File:
    """A file that belongs to an entry; `size` in bytes."""

    url: str
    name: str
    size: int
    media_type: str


@dataclass(frozen=True)
class Entry:
    """One thing in a feed. All addresses are absolute, all texts plain.

    `id` stays the same whatever becomes of title and address; `facts` are a sentence or
    two that a reader wants to know beside the summary.
    """

    id: str
    url: str
    title: str
    summary: str
    facts: str
    published_at: datetime
    updated_at: datetime
    language: str
    categories: Sequence[str] = ()
    file: File | None = None


@dataclass(frozen=True)
class Feed:
    """Entries, newest first, with what stands above them.

    `url` is the page that lists the same, `address` the feed's own; `empty_since` is
    the moment that stands for the last change where there is no entry.
    """

    title: str
    description: str
    url: str
    address: str
    language: str
    site: SiteInfo | None
    empty_since: datetime
    entries: Sequence[Entry] = field(default_factory=list)

    @property
    def updated_at(self) -> datetime:
        moments = (entry.updated_at for entry in self.entries)
        return max(moments, default=self.empty_since)

    @property
    def author_name(self) -> str:
        """Return who is answerable for what is in it."""
        return (self.site.agency.name or self.site.name) if self.site else self.title

    @property
    def author_url(self) -> str:
        return (self.site.agency.url or self.site.root_url) if self.site else ""
