"""Stands in for an OpenSearch server: speaks of its HTTP interface what we use of it.

It proves that requests are well formed, that what is written is found, and what becomes
of failures. It proves nothing of an OpenSearch server: the same tests run against one
where OPENSEARCH_URL names it.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from .evaluation import Json, marked, pages_that_fit, score, values_in

Answer = tuple[int, Json]
MISSING: Answer = (404, {"error": {"type": "not_found"}, "status": 404})


@dataclass
class StoredIndex:
    """Entries by number, with versions; searches find those of the last refresh."""

    made: Json
    entries: dict[str, Json] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    visible: dict[str, Json] = field(default_factory=dict)

    def write(self, kind: str, meta: Json, source: Json | None) -> Json:
        name, version = meta["_id"], meta["version"]
        assert meta["version_type"] == "external_gte"
        if version < self.versions.get(name, -1):
            return {"_id": name, "status": 409, "error": {"type": "conflict"}}
        was_there = name in self.entries
        self.versions[name] = version
        if kind == "delete":
            self.entries.pop(name, None)
            return {"_id": name, "status": 200 if was_there else 404}
        unknown = set(source or {}) - set(self.made["mappings"]["properties"])
        if unknown:
            return {
                "_id": name,
                "status": 400,
                "error": {"type": "strict", "of": str(unknown)},
            }
        self.entries[name] = {"_id": name, **(source or {})}
        return {"_id": name, "status": 200 if was_there else 201}


class StandIn:
    """Indices and aliases, and how the next requests fail: `fail` makes them."""

    def __init__(self) -> None:
        self.indices: dict[str, StoredIndex] = {}
        self.aliases: dict[str, set[str]] = {}
        self.requests: list[tuple[str, str]] = []
        self.bodies: list[Json] = []
        self.fail: Callable[[str], Answer | None] = lambda path: None
        self.url = ""

    def index(self, name: str) -> StoredIndex | None:
        (found,) = self.aliases.get(name) or {name}
        return self.indices.get(found)

    def answer(self, method: str, path: str, query: Json, body: bytes) -> Answer:
        parts = [unquote(part) for part in path.strip("/").split("/")]
        match method, parts:
            case "POST" | "PUT", ["_bulk"]:
                return self.bulk(body, alias=query.get("require_alias") == ["true"])
            case "POST", ["_aliases"]:
                return self.change_aliases(json.loads(body)["actions"])
            case "GET", ["_alias", name]:
                found = {
                    index: {"aliases": {name: {}}}
                    for index in self.aliases.get(name, [])
                }
                return (200, found) if found else MISSING
            case "PUT", [name]:
                assert name not in self.indices
                self.indices[name] = StoredIndex(json.loads(body))
                return 200, {"acknowledged": True}
            case _, [name, *rest]:
                found = self.index(name)
                return self.of_index(method, found, rest, body) if found else MISSING
        raise AssertionError(f"{method} {path} is not known here")

    def of_index(
        self, method: str, index: StoredIndex, rest: Any, body: bytes
    ) -> Answer:
        match method, rest:
            case "HEAD", []:
                return 200, {}
            case "DELETE", []:
                self.indices = {n: i for n, i in self.indices.items() if i is not index}
                return 200, {"acknowledged": True}
            case "POST", ["_refresh"]:
                index.visible = dict(index.entries)
                return 200, {"_shards": {"failed": 0}}
            case "GET", ["_doc", number]:
                entry = index.entries.get(number)
                return (200, {"_id": number, "_source": entry}) if entry else MISSING
            case "POST" | "GET", ["_search"]:
                self.bodies.append(json.loads(body))
                return 200, searched(index, json.loads(body))
        raise AssertionError(f"{method} {rest} is not known here")

    def change_aliases(self, actions: list[Json]) -> Answer:
        for action in actions:
            ((kind, of),) = action.items()
            if kind == "remove_index":
                del self.indices[of["index"]]
                self.aliases = {a: s - {of["index"]} for a, s in self.aliases.items()}
            else:
                assert kind == "add"
                self.aliases.setdefault(of["alias"], set()).add(of["index"])
        return 200, {"acknowledged": True}

    def bulk(self, body: bytes, alias: bool) -> Answer:
        lines = iter(body.decode().splitlines())
        items = []
        for line in lines:
            ((kind, meta),) = json.loads(line).items()
            source = json.loads(next(lines)) if kind == "index" else None
            if alias and meta["_index"] not in self.aliases:
                items.append(
                    {kind: {"_id": meta["_id"], "status": 404, "error": "no alias"}}
                )
                continue
            index = self.index(meta["_index"])
            assert index is not None
            items.append({kind: index.write(kind, meta, source)})
        return 200, {
            "errors": any("error" in next(iter(i.values())) for i in items),
            "items": items,
        }


def searched(index: StoredIndex, body: Json) -> Json:
    found = [(score(body["query"], entry), entry) for entry in index.visible.values()]
    fitting = ordered([pair for pair in found if pair[0]], body.get("sort", []))
    through = [n for e in index.visible.values() for n in values_in(e, "read_through")]
    assert set(body["aggs"]) == {"read"}
    return {
        "timed_out": False,
        "_shards": {"total": 1, "failed": 0},
        "hits": {"hits": [hit(entry, body) for _, entry in fitting[: body["size"]]]},
        "aggregations": {
            "read": {"through": {"value": float(max(through)) if through else None}}
        },
    }


def ordered(
    found: list[tuple[float, Json]], sort: list[Any]
) -> list[tuple[float, Json]]:
    for by in reversed(sort):
        if by == "_score":
            found = sorted(found, key=lambda pair: -pair[0])
        else:
            ((name, way),) = by.items()
            found = sorted(found, key=lambda p: p[1][name], reverse=way == "desc")
    return found


def hit(entry: Json, body: Json) -> Json:
    assert body["_source"] is False
    shown: Json = {"_id": entry["_id"]}
    if "highlight" in body:
        shown["highlight"] = marked(body["highlight"], entry)
    nested = [
        q["nested"]
        for q in body["query"].get("bool", {}).get("filter", [])
        if "nested" in q
    ]
    if nested:
        shown["inner_hits"] = {"pages": {"hits": {"hits": pages(nested[0], entry)}}}
    return shown


def pages(query: Json, entry: Json) -> list[Json]:
    asked = query["inner_hits"]
    return [
        {
            "fields": {"pages.number": [page["number"]]},
            "highlight": marked(asked["highlight"], {"pages": page}),
        }
        for page in list(pages_that_fit(query, entry))[: asked["size"]]
    ]


class Handler(BaseHTTPRequestHandler):
    stand_in: StandIn
    protocol_version = "HTTP/1.1"

    def handle_one(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path = urlsplit(self.path)
        self.stand_in.requests.append((self.command, path.path))
        failed = self.stand_in.fail(path.path)
        status, answer = failed or self.stand_in.answer(
            self.command, path.path, parse_qs(path.query), body
        )
        text = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=UTF-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = handle_one  # noqa: N815

    def log_message(self, *args: Any) -> None:
        pass


@contextmanager
def serving() -> Iterator[StandIn]:
    stand_in = StandIn()
    handler = type("BoundHandler", (Handler,), {"stand_in": stand_in})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    stand_in.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield stand_in
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


# --- Ways to fail ---------------------------------------------------------------------


def answering(status: int, answer: Any) -> Callable[[str], Answer | None]:
    """Return what answers each search like this, and all else as it should be."""
    return lambda path: (status, answer) if path.endswith("_search") else None


def late(seconds: float) -> Callable[[str], Answer | None]:
    def wait(path: str) -> None:
        if path.endswith("_search"):
            time.sleep(seconds)

    return wait
