"""The least that a Django view does with a database: one SELECT by primary key.

It sends the same bytes as the bare application, whatever it is asked for.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import re_path

from cms.publishing.models import Counter

from .yardstick import BODY, HEADERS, STATUS

CODE = int(STATUS.partition(" ")[0])


def plain(request: HttpRequest) -> HttpResponse:
    Counter.objects.get(pk=1)
    return HttpResponse(BODY, status=CODE, headers=dict(HEADERS))


urlpatterns = [re_path("", plain)]
