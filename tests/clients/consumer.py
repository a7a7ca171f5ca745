"""Reads all of a site with the client of `make client`, and prints how much there was.

`PYTHONPATH=var/clients/python python tests/clients/consumer.py http://localhost:8000`
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from results_client import Client
from results_client.api.changes import list_changes
from results_client.api.documents import get_document, list_documents
from results_client.api.images import get_image, list_images
from results_client.api.pages import get_page, list_pages
from results_client.models import (
    Changes,
    DocumentDetail,
    DocumentList,
    HeadingItem,
    ImageDetail,
    ImageList,
    NewsDetail,
    PageList,
    RichTextItem,
    Tombstone,
)
from results_client.types import UNSET, Unset

LIMIT = 2
T = TypeVar("T")
AnyList = PageList | DocumentList | ImageList


def expect(kind: type[T], answer: object) -> T:
    """Return an answer of this kind; whatever else comes is told."""
    if not isinstance(answer, kind):
        raise SystemExit(f"{kind.__name__} was expected: {answer}")
    return answer


def page_ids(client: Client) -> list[int]:
    def ask(cursor: str | Unset) -> PageList:
        answer = list_pages.sync(
            client=client, order=["id"], limit=LIMIT, cursor=cursor
        )
        return expect(PageList, answer)

    return all_ids(ask)


def document_ids(client: Client) -> list[int]:
    def ask(cursor: str | Unset) -> DocumentList:
        answer = list_documents.sync(
            client=client, order=["id"], limit=LIMIT, cursor=cursor
        )
        return expect(DocumentList, answer)

    return all_ids(ask)


def image_ids(client: Client) -> list[int]:
    def ask(cursor: str | Unset) -> ImageList:
        answer = list_images.sync(
            client=client, order=["id"], limit=LIMIT, cursor=cursor
        )
        return expect(ImageList, answer)

    return all_ids(ask)


def all_ids(ask: Callable[[str | Unset], AnyList]) -> list[int]:
    """Return the numbers on all pages of a list, one after the other."""
    ids: list[int] = []
    cursor: str | Unset = UNSET
    while True:
        answer = ask(cursor)
        ids += [item.id for item in answer.items]
        if answer.meta.next_ is None:
            return ids
        cursor = answer.meta.next_


def words_in(page: object) -> int:
    if not isinstance(page, NewsDetail):
        return 0
    texts = [page.lead]
    for block in page.body:
        if isinstance(block, RichTextItem) and isinstance(block.value, str):
            texts.append(block.value)
        elif isinstance(block, HeadingItem):
            texts.append(block.value.text)
    return len(" ".join(texts).split())


def changes(client: Client) -> tuple[dict[str, int], int]:
    """Return how many things of each resource were copied, and how many are gone."""
    copied: Counter[str] = Counter()
    gone = 0
    cursor: str | Unset = UNSET
    while True:
        answer = expect(
            Changes, list_changes.sync(client=client, limit=LIMIT, cursor=cursor)
        )
        for entry in answer.items:
            if isinstance(entry, Tombstone):
                gone += 1
            else:
                copied[entry.resource] += 1
        if not answer.meta.has_more:
            return dict(copied), gone
        cursor = answer.meta.next_


def main(origin: str) -> None:
    with Client(base_url=origin, raise_on_unexpected_status=True) as client:
        pages, documents = page_ids(client), document_ids(client)
        images = image_ids(client)
        words = sum(words_in(get_page.sync(number, client=client)) for number in pages)
        for number in documents:
            expect(DocumentDetail, get_document.sync(number, client=client))
        for number in images:
            expect(ImageDetail, get_image.sync(number, client=client))
        copied, gone = changes(client)
        # Two types at once, which are sent in one parameter.
        dated = expect(
            PageList,
            list_pages.sync(client=client, type_=["news.NewsPage", "news.StoryPage"]),
        )
    found = {
        "lists": {"pages": pages, "documents": documents, "images": images},
        "copied": copied,
        "gone": gone,
        "dated": dated.meta.total_count,
        "words": words,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
