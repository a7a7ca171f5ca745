"""`{% load numbers %}`: numbers as people write them."""

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def grouped(number: int) -> str:
    """Write a whole number as people do: `5,000`."""
    return number_format(number, use_l10n=True, force_grouping=True)
