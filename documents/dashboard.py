"""What the dashboard of the admin says of documents."""

from typing import Any

from wagtail.admin.site_summary import SummaryItem
from wagtail.permissions import policy_registry

from .models import CustomDocument
from .reports import PERMISSIONS, documents_seen_by


class UnreleasedSummaryItem(SummaryItem):
    """How many documents only staff sees, with the list of them."""

    # Beside Wagtail's number of all documents.
    order = 310
    template_name = "documents/admin/summary_unreleased.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        unreleased = documents_seen_by(self.request.user).unreleased()
        return {"unreleased": unreleased.count()}

    def is_shown(self) -> bool:
        policy = policy_registry.get_by_type(CustomDocument)
        return policy.user_has_any_permission(self.request.user, PERMISSIONS)
