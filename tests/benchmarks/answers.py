"""Asking once, to see that an answer is the one to be measured."""

import http.client
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from .processes import PROXY_HEADERS

SECONDS = 60
# Of these the server itself is in charge.
OF_THE_CONNECTION = {"connection", "date", "server", "transfer-encoding", "keep-alive"}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def etag(self) -> str:
        return self.headers.get("etag", "")

    @property
    def next_link(self) -> str:
        """Return path and query of `Link: rel="next"`, empty where there is none."""
        for link in self.headers.get("link", "").split(","):
            address, _, about = link.strip().partition(">")
            if 'rel="next"' in about:
                parts = urlsplit(address.lstrip("<"))
                return f"{parts.path}?{parts.query}"
        return ""

    def json(self) -> Any:
        return json.loads(self.body)

    def write(self, path: Path) -> None:
        """Write what the yardstick sends in place of this answer."""
        phrase = HTTPStatus(self.status).phrase
        own = [
            (name, value)
            for name, value in self.headers.items()
            if name not in OF_THE_CONNECTION | {"content-length"}
        ]
        if self.status != HTTPStatus.NOT_MODIFIED:
            own.append(("content-length", str(len(self.body))))
        facts = {"status": f"{self.status} {phrase}", "headers": own}
        path.with_suffix(".json").write_text(json.dumps(facts))
        path.with_suffix(".body").write_bytes(self.body)


class Client:
    """Asks a server as the proxy before it does, over one connection."""

    def __init__(self, url: str) -> None:
        self.netloc = urlsplit(url).netloc
        self.connection = self._connect()

    def _connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.netloc, timeout=SECONDS)

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        asked = PROXY_HEADERS | (headers or {})
        try:
            return self._ask(path, asked)
        except (http.client.RemoteDisconnected, ConnectionError):
            # It was kept open for long enough, or is not kept open by this server.
            self.connection.close()
            self.connection = self._connect()
            return self._ask(path, asked)

    def _ask(self, path: str, headers: dict[str, str]) -> Answer:
        self.connection.request("GET", path, headers=headers)
        response = self.connection.getresponse()
        body = response.read()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, found, body)

    def follow(self, path: str, pages: int) -> Iterator[tuple[str, Answer]]:
        """Yield the addresses and answers of a list, by its links to the next page."""
        for _ in range(pages):
            answer = self.get(path)
            yield path, answer
            path = answer.next_link
            if answer.status != HTTPStatus.OK or not path:
                return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()


def median_answer(answers: Iterable[Answer]) -> Answer:
    """Return the one in the middle, by size."""
    by_size = sorted(answers, key=lambda answer: len(answer.body))
    return by_size[len(by_size) // 2]
