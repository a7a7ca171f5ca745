"""What stands in the sitemap, as the log has it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cms.publishing.models import NEVER


@dataclass(frozen=True)
class Address:
    """An address with its last change, and where it is in each language."""

    url: str
    changed_at: datetime
    alternates: Mapping[str, str] = field(default_factory=dict)

    @property
    def lastmod(self) -> str:
        """Return the moment as the protocol has it; empty where it is not known."""
        is_known = self.changed_at > NEVER
        return self.changed_at.isoformat(timespec="seconds") if is_known else ""


def in_languages(places: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """Return address by language for each key; none where there is one language."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for key, language, url in places:
        found[key][language] = url
    return {key: urls for key, urls in found.items() if len(urls) > 1}
