"""What a page that no longer holds must say to its readers."""

from datetime import date

from django.utils import timezone


def errors_of_withdrawal(withdrawn_on: date | None, explanation: str) -> dict[str, str]:
    """Return what a withdrawal lacks, by field name: it is a day and an explanation."""
    explained = bool(explanation.strip())
    if withdrawn_on and not explained:
        return {
            "withdrawn_explanation": "A withdrawn page needs an explanation for "
            "its readers: say why, and where to look instead."
        }
    if explained and not withdrawn_on:
        return {
            "withdrawn_on": "Enter the day of the withdrawal, or remove the "
            "explanation below if the page still holds."
        }
    if withdrawn_on and withdrawn_on > timezone.localdate():
        return {
            "withdrawn_on": "A page is withdrawn at once, not on a day to come. "
            "Enter today or an earlier day."
        }
    return {}
