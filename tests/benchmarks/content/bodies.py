"""Bodies of made-up pages: text, headings, a picture, links to documents."""

import json
import random
from typing import Any
from uuid import UUID

from .text import headline, paragraphs, sentence

Block = dict[str, Any]


def body(chance: random.Random, images: list[int], documents: list[int]) -> str:
    """Return the JSON that a StreamField stores."""
    blocks = [*article(chance, documents)]
    if chance.random() < 0.3:
        blocks.insert(2, picture(chance, images))
    if chance.random() < 0.3:
        blocks.append(callout(chance))
    if chance.random() < 0.1:
        blocks.append(table(chance))
    return json.dumps([{**block, "id": uuid(chance)} for block in blocks])


def uuid(chance: random.Random) -> str:
    return str(UUID(int=chance.getrandbits(128), version=4))


def article(chance: random.Random, documents: list[int]) -> list[Block]:
    """Return text under headings, of which one part links to a document."""
    parts = chance.randint(2, 4)
    linking = chance.randrange(parts)
    blocks: list[Block] = []
    for part in range(parts):
        number = chance.choice(documents) if part == linking else None
        blocks += [heading(chance), text(chance, number)]
    return blocks


def heading(chance: random.Random) -> Block:
    title = sentence(chance, 5).rstrip(".")
    return {"type": "heading", "value": {"text": title, "level": "2", "anchor": ""}}


def text(chance: random.Random, document: int | None) -> Block:
    found = [f"<p>{words}</p>" for words in paragraphs(chance, chance.randint(1, 2))]
    if document is not None:
        link = f'<a linktype="document" id="{document}">The document</a>'
        found.append(f"<p>{link} {sentence(chance, 8)}</p>")
    return {"type": "rich_text", "value": "".join(found)}


def picture(chance: random.Random, images: list[int]) -> Block:
    value = {
        "image": chance.choice(images),
        "alt": sentence(chance, 8),
        "decorative": False,
        "caption": sentence(chance, 6),
    }
    return {"type": "image", "value": value}


def callout(chance: random.Random) -> Block:
    value = {
        "kind": "information",
        "heading": sentence(chance, 4).rstrip("."),
        "text": f"<p>{sentence(chance, 18)}</p>",
    }
    return {"type": "callout", "value": value}


def table(chance: random.Random) -> Block:
    rows = [
        {"values": [headline(chance, n), str(chance.randint(100, 99_999))]}
        for n in range(1, 6)
    ]
    columns = [
        {"type": "text", "heading": "State"},
        {"type": "number", "heading": "Children"},
    ]
    value = {
        "caption": sentence(chance, 6),
        "table": {"columns": columns, "rows": rows},
        "source": "Made up",
    }
    return {"type": "table", "value": value}
