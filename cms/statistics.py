"""What a statistic may say: a value, or the reason why there is none."""

from decimal import Decimal

from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _


class StatisticStatus(models.TextChoices):
    REPORTED = "reported", _("Reported")
    PRELIMINARY = "preliminary", _("Preliminary")
    NOT_AVAILABLE = "not_available", _("Not available")
    SUPPRESSED = "suppressed", _("Suppressed")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")


WITH_VALUE = {StatisticStatus.REPORTED, StatisticStatus.PRELIMINARY}


def statistic_errors(value: Decimal | None, status: str, reason: str) -> dict[str, str]:
    """Return what contradicts itself in a statistic, by field name.

    A number goes with *reported* and *preliminary*; every other status stands
    for a number that is not there, and says why. Of a status that does not exist
    its own field has said so already.
    """
    if status not in StatisticStatus.values:
        return {}
    label = StatisticStatus(status).label
    if value is None and status in WITH_VALUE:
        return {
            "status": f"A statistic without a value cannot be “{label}”. Choose Not "
            "available, Suppressed or Not applicable, or enter the value."
        }
    if value is not None and status not in WITH_VALUE:
        return {
            "value": f"A statistic that is “{label}” shows no number. Remove the "
            "value, or choose Reported or Preliminary."
        }
    if value is None and not reason.strip():
        return {
            "reason": "Say why there is no number, for example “The state did not "
            "report this group.”"
        }
    return {}


def display_value(value: Decimal | None, status: str) -> str:
    """Return the words a page shows: the number with separators, or the status."""
    if value is None:
        return str(StatisticStatus(status).label)
    number = int(value) if value == value.to_integral_value() else value.normalize()
    return number_format(number, use_l10n=True, force_grouping=True)
