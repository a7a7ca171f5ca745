"""Where readers find the library, as the log has it."""

from cms.publishing.content import cards
from cms.publishing.models import Publication, Resource
from cms.publishing.schemas import PageCard

LIBRARY = "documents.DocumentLibraryPage"


def library_in(language: str) -> PageCard | None:
    """Return the library of a language, else of any; None where none is public."""
    rows = Publication.objects.listed().of(Resource.PAGES).filter(type=LIBRARY)
    found: list[PageCard] = cards(rows.order_by("object_id").lists())  # type: ignore[assignment]
    own = (card for card in found if card.meta.locale == language)
    return next(own, found[0] if found else None)
