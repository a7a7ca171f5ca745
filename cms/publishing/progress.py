"""How far a long command is."""

from types import TracebackType
from typing import Self

from django.core.management.base import OutputWrapper

WIDTH = 40


class ProgressBar:
    """A bar on a terminal; in a file, a line for each tenth."""

    def __init__(self, stream: OutputWrapper, total: int) -> None:
        self.stream = stream
        self.total = total
        self.tenth = -1

    def show(self, done: int) -> None:
        share = done / self.total if self.total else 1
        if self.stream.isatty():
            filled = "█" * int(share * WIDTH)
            line = f"\r{filled:<{WIDTH}} {done} of {self.total}"
            self.stream.write(line, ending="")
        elif int(share * 10) > self.tenth:
            self.tenth = int(share * 10)
            self.stream.write(f"{done} of {self.total}")
        self.stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.stream.isatty():
            self.stream.write("")
