"""The style guide, for those who may use the editor; nobody else learns of it."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.choosing import Group, Option, without
from cms.views import NOT_KEPT, staff_only

from .specimens import Specimens

# The colors of the theme, by the words of `cms/sass/_theme.scss`.
FAMILIES = ("primary", "accent-warm", "accent-cool", "base")
GRADES = ("lightest", "lighter", "light", "", "dark", "darker")
SIZES = ("3xl", "2xl", "xl", "lg", "md", "sm", "xs", "2xs")


@require_safe
@transaction.non_atomic_requests
@staff_only
def styleguide(request: HttpRequest) -> HttpResponse:
    context = {
        "colors": [
            [f"{family}-{grade}".rstrip("-") for grade in GRADES] for family in FAMILIES
        ],
        "sizes": SIZES,
        "kinds_of_message": ("info", "warning", "error", "success"),
        "specimens": Specimens(),
        "group": Group("topic", "Topic", list(options())),
        "way": without("topic", "Topic", "Eligibility", request.path),
    }
    response = render(request, "home/styleguide.html", context)
    response["Cache-Control"] = NOT_KEPT
    return response


def options() -> list[Option]:
    return [
        Option("eligibility", "Eligibility", 12, is_chosen=True),
        Option("reporting", "Data and reporting", 5, is_chosen=False),
    ]
