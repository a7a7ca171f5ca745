"""What readers call the values of filters, in the active language and their order."""

from functools import cached_property

from django.conf import settings

from cms.publishing.models import Publication, Resource
from documents.choices import DocumentStatus, DocumentType


class Labels:
    """Labels by value, by the name of the filter; in the order in which they stand.

    Series and topics are called what the log calls them. Years, and whatever is not
    known here, are their own labels.
    """

    def of(self, name: str) -> dict[str, str]:
        found: dict[str, dict[str, str]] = {
            "type": {value: str(label) for value, label in DocumentType.choices},
            "status": {value: str(label) for value, label in DocumentStatus.choices},
            "language": dict(settings.LANGUAGES),
        }
        return found[name] if name in found else self._snippets.get(name, {})

    def label(self, name: str, value: str) -> str:
        return self.of(name).get(value, value)

    @cached_property
    def _snippets(self) -> dict[str, dict[str, str]]:
        kinds = {Resource.SERIES: "series", Resource.TOPICS: "topic"}
        rows = Publication.objects.listed().filter(
            resource__in=kinds, facets__name="slug"
        )
        found: dict[str, dict[str, str]] = {name: {} for name in kinds.values()}
        for resource, slug, title in rows.order_by("title").values_list(
            "resource", "facets__value", "title"
        ):
            found[kinds[Resource(resource)]][slug] = title
        return found
