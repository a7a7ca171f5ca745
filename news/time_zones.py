"""Time zones as readers know them."""

from django.utils.translation import gettext_lazy as _

# The zones American readers know by name; others are shown by their IANA name.
ZONE_LABELS = {
    "America/New_York": _("Eastern Time"),
    "America/Chicago": _("Central Time"),
    "America/Denver": _("Mountain Time"),
    "America/Phoenix": _("Mountain Standard Time"),
    "America/Los_Angeles": _("Pacific Time"),
    "America/Anchorage": _("Alaska Time"),
    "Pacific/Honolulu": _("Hawaii Time"),
    "America/Puerto_Rico": _("Atlantic Standard Time"),
}
