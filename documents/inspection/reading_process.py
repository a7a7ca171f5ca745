"""The process that reads a file, seen from outside: trusted in nothing."""

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from .limits import Limits

# The directory in which Python finds this package.
ROOT = Path(__file__).resolve().parents[2]
CHUNK_BYTES = 64 * 1024


class TookTooLongError(Exception):
    """The process was still at it when the time was over."""


class WroteTooMuchError(Exception):
    """The process wrote more than all that may be told of a file."""


class ReadingProcess:
    """Reads one file; is ended, with all that it started, when it is left."""

    program = ("-m", "documents.inspection.child")

    def __init__(self, path: Path, media_type: str, limits: Limits) -> None:
        self.limits = limits
        self.command = [
            *(sys.executable, "-E", "-s", "-X", "utf8"),
            *self.program,
            *(str(path.resolve()), media_type, json.dumps(asdict(limits))),
        ]

    @property
    def pipe(self) -> IO[bytes]:
        """Return where its output comes from."""
        return cast("IO[bytes]", self.process.stdout)

    def __enter__(self) -> Self:
        self.deadline = time.monotonic() + self.limits.seconds
        self.process = subprocess.Popen(  # noqa: S603 - no shell, and no words of others
            self.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            # Nothing of what this process knows: no passwords, no addresses.
            env={},
            start_new_session=True,
        )
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.pipe, selectors.EVENT_READ)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.returncode is None:
            # It may have ended by itself a moment ago.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.selector.close()
        self.pipe.close()

    def lines(self) -> Iterator[bytes]:
        """Yield what it writes, line by line, until it ends.

        Raises TookTooLongError or WroteTooMuchError.
        """
        begun = b""
        for chunk in self.chunks():
            *lines, begun = (begun + chunk).split(b"\n")
            yield from lines
            if len(begun) > self.limits.line_bytes:
                raise WroteTooMuchError

    def chunks(self) -> Iterator[bytes]:
        left = self.limits.output_bytes
        while chunk := self.next_chunk():
            left -= len(chunk)
            if left < 0:
                raise WroteTooMuchError
            yield chunk

    def next_chunk(self) -> bytes:
        seconds = max(0, self.deadline - time.monotonic())
        if not self.selector.select(seconds):
            raise TookTooLongError
        return os.read(self.pipe.fileno(), CHUNK_BYTES)

    def end(self) -> int:
        """Return how it ended, as `subprocess` tells: below 0 is a signal."""
        try:
            return self.process.wait(max(0.1, self.deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise TookTooLongError from None
