"""The whole list as a table for spreadsheets: what the API sends of each document."""

import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse

from cms.api.csv_format import CSV, columns_of, csv_lines, file_headers
from cms.publishing.models import PublicationQuerySet, Resource
from cms.publishing.registry import published_types

from .messages import refusal
from .question import Question

CHUNK = 500
FILE_NAME = "documents"
PLAIN_TEXT = "text/plain; charset=utf-8"


def table_of(question: Question) -> HttpResponseBase:
    """Return the list as CSV, read and sent a few hundred rows at a time.

    400 where a value is not known: a table would not say what it leaves out.
    """
    refused = refusal(question)
    if refused:
        return HttpResponse(f"{refused}\n", PLAIN_TEXT, status=400)
    (published,) = published_types(Resource.DOCUMENTS)
    rows = question.ordered_rows()
    lines = csv_lines(columns_of((published.card, None)), cards_in(rows))
    response = StreamingHttpResponse(lines, content_type=CSV)
    for name, value in file_headers(FILE_NAME).items():
        response[name] = value
    return response


def cards_in(rows: PublicationQuerySet) -> Iterator[dict[str, Any]]:
    for card in rows.values_list("card", flat=True).iterator(CHUNK):
        yield json.loads(card)
