"""The accessibility of documents by the thousand: the grades as questions in SQL."""

from django.db.models import F, Q, QuerySet

from .inspection.accessibility import Grade
from .models import DocumentVersion

# The version whose file is the document's own.
NEWEST = Q(number=F("document__version_number"))

IS_CHECKED = Q(is_tagged__isnull=False)
LACKS_TEXT = Q(has_text_layer=False)
LACKS_SOMETHING = (
    LACKS_TEXT | Q(is_tagged=False) | Q(has_language=False) | Q(has_title=False)
)

# As `inspection.accessibility` grades one file.
GRADED = {
    Grade.ACCESSIBLE: IS_CHECKED & ~LACKS_SOMETHING,
    Grade.PARTLY: IS_CHECKED & ~LACKS_TEXT & LACKS_SOMETHING,
    Grade.NOT_ACCESSIBLE: IS_CHECKED & LACKS_TEXT,
    Grade.UNKNOWN: ~IS_CHECKED,
}


def newest_versions(*conditions: Q) -> QuerySet[DocumentVersion]:
    """Return the versions that are documents' own files, as far as these hold."""
    return DocumentVersion.objects.filter(NEWEST, *conditions)
