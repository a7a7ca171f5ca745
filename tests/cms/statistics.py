"""Statistics as the publication log gives them to templates."""

from typing import Any

from cms.publishing.schemas import Statistic

SUMMER = {
    "id": 1,
    "name": "Children served in summer",
    "definition": "Not total participation.",
    "unit": "children",
}
SOURCE = {"id": 1, "name": "Ed Data Express", "url": "https://example.org/"}
PERIOD = {"start": "2014-09-01", "end": "2015-08-31", "label": "2014-15"}


def statistic(group: str, value: int | None, **facts: Any) -> Statistic:
    """Return a reported figure or, without a value, one that is not available."""
    reported = value is not None
    return Statistic.model_validate(
        {
            "label": f"Children, {group}",
            "measure": SUMMER,
            "value": value,
            "display": f"{value:,}" if reported else "Not available",
            "status": "reported" if reported else "not_available",
            "status_label": "Reported" if reported else "Not available",
            "reason": "" if reported else "The state gave no figure.",
            "group": group,
            "source": SOURCE,
            "period": PERIOD,
            "retrieved_on": None,
            "footnote": "",
            **facts,
        }
    )
