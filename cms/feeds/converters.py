"""How addresses name the format of a feed."""

from django.urls import register_converter
from django.urls.converters import StringConverter

from .formats import FORMATS


class FeedConverter(StringConverter):
    """The end of the address of a feed."""

    regex = "|".join(FORMATS)


register_converter(FeedConverter, "feed")
