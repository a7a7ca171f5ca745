"""Pages and documents in one ranking: /api/v2/search/, and suggestions while typing."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation
from ninja import Query, Router

from cms.api.answers import FAULTS
from cms.api.caching import Answer, dump, etag_of
from cms.api.freshness import fresh
from cms.api.keeping import Kept, keep, place_of, recall
from cms.api.problems import BadRequestProblem
from cms.kept import asked
from cms.legible import legible
from cms.publishing.models import Resource
from cms.publishing.reading import LogState
from cms.release import release

from . import facets
from .elsewhere import elsewhere
from .finding import Found, Hit, completed, find, hits, words_of
from .highlights import marked
from .index import Passage, Question
from .insight import note
from .labels import labelled
from .parameters import SuggestQuery, WordsQuery, with_facets
from .promotions import Promoted, promoted
from .schemas import SearchAnswer, SuggestAnswer

router = Router(tags=["search"])
SearchQuery: Any = with_facets()
ANSWERS: dict[int, Any] = {200: SearchAnswer, 400: BadRequestProblem, **FAULTS}


@router.get(
    "/",
    response=ANSWERS,
    operation_id="search",
    summary="Search",
    description=(
        "Pages of one language and documents of any, best first: what has the words in "
        "its title before what has them in its summary, its text, its file; what is "
        "current before what was replaced. Where nothing fits, words that are mistyped "
        "are mended, and `meta` says so."
    ),
)
def search(request: HttpRequest, query: Query[SearchQuery]) -> HttpResponseBase:
    # As it was typed: editors promote for these very words.
    text = legible(request.GET["q"])

    def made(state: LogState) -> dict[str, Any]:
        answer = answer_to(request, query, text, state)
        totals.append(answer["meta"]["total_count"])
        return answer

    totals: list[int] = []
    response = respond(request, query, query.reads, made, query.is_new)
    if query.is_new:
        note(text, query.reads, next(iter(totals), None))
    return response


@router.get(
    "/suggest/",
    response={200: SuggestAnswer, 400: BadRequestProblem, **FAULTS},
    operation_id="suggest",
    summary="Complete a query",
    description="Pages and documents whose titles go on from what was typed so far.",
)
def suggest(request: HttpRequest, query: Query[SuggestQuery]) -> HttpResponseBase:
    language = query.locale or settings.LANGUAGE_CODE

    def made(state: LogState) -> dict[str, Any]:
        found = completed(query.q, language, query.limit)
        return {"items": [suggestion(hit, request) for hit in found]}

    return respond(request, query, language, made)


def respond(
    request: HttpRequest,
    query: Any,
    language: str,
    made: Callable[[LogState], dict[str, Any]],
    is_counted: bool = False,
) -> HttpResponseBase:
    """Answer with what is made in a language, kept until anything is published."""
    state = fresh(request, query)
    answer = Answer(
        etag_in(request, state),
        state.sequence,
        state.recorded_at,
        state.changes_at,
        keys=f"{Resource.PAGES} {Resource.DOCUMENTS}",
        is_counted=is_counted,
    )

    def content() -> bytes:
        place = place_of(request, state.version)
        kept = recall(place)
        if kept is None:
            # A thread is left in the language of whoever asked it last.
            with translation.override(language):
                text = dump(made(state))
            # What is published meanwhile moves the state: whoever asks after that asks
            # for another place. Here is never less than the state has.
            kept = Kept(answer.etag, text.encode(), {})
            keep(place, kept)
        return kept.content

    return answer.respond(request, content)


def etag_in(request: HttpRequest, state: LogState) -> str:
    return etag_of(release(), state.version, asked(request))


def answer_to(
    request: HttpRequest, query: WordsQuery, text: str, state: LogState
) -> dict[str, Any]:
    found = find(query.question)
    part = found.part(query.offset, query.offset + query.limit)
    answer = {
        "meta": meta_of(found, query, words_of(query.q)),
        "promoted": [
            promotion(one, request)
            for one in promoted(text, query.reads, state.version)
        ],
        "items": [
            item_of(hit, query.is_highlighted, request)
            for hit in hits(found.question.query, part, query.is_highlighted)
        ],
    }
    if query.facets:
        counted = facets.count(found.question, found.matches.found, query.facets)
        answer["facets"] = labelled(counted)
    return answer


def meta_of(found: Found, query: WordsQuery, text: str) -> dict[str, Any]:
    return {
        "total_count": found.total,
        "total_is_exact": found.matches.is_all,
        "query": found.instead or text,
        "instead_of": text if found.instead else None,
        "other_languages": others_than(query.question) if found.is_little else None,
    }


def others_than(question: Question) -> list[dict[str, Any]]:
    return [
        {
            "locale": other.locale,
            "total_count": other.count,
            "total_is_exact": other.is_all,
        }
        for other in elsewhere(question)
    ]


def promotion(promoted: Promoted, request: HttpRequest) -> dict[str, Any]:
    return {
        "title": promoted.title,
        "url": request.build_absolute_uri(promoted.url),
        "description": promoted.description,
        "id": promoted.row.object_id if promoted.row else None,
    }


def item_of(hit: Hit, is_highlighted: bool, request: HttpRequest) -> dict[str, Any]:
    row = hit.row
    item = suggestion(hit, request) | {
        "type": row.type,
        "summary": row.summary,
        "detail_url": hit.meta.get("detail_url", ""),
        "locale": row.locale,
        "date": hit.date.isoformat() if hit.date else None,
    }
    if is_highlighted:
        item["highlight"] = marked(hit.highlight)
        item["pages"] = [page_hit(passage, hit) for passage in hit.passages]
    return item


def suggestion(hit: Hit, request: HttpRequest) -> dict[str, Any]:
    return {
        "resource": hit.row.resource,
        "id": hit.row.object_id,
        "type_label": hit.type_label,
        "title": hit.title,
        "path": hit.path,
        "url": hit.meta.get("html_url", ""),
    }


def page_hit(passage: Passage, hit: Hit) -> dict[str, Any]:
    return {
        "number": passage.number,
        "highlight": marked(passage.highlight),
        "url": f"{hit.file_path}#page={passage.number}",
    }
