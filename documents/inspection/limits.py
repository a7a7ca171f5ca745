"""How much reading one file may take."""

import resource
import signal
from dataclasses import dataclass

MEGABYTE = 2**20


@dataclass(frozen=True)
class Limits:
    """What a file may cost. It is refused beyond some, and cut at the others."""

    # Refused beyond these. Of the two times the first is what the clock on the wall
    # shows, which passes on a busy machine, too.
    seconds: int = 25
    processor_seconds: int = 20
    memory_bytes: int = 1024 * MEGABYTE
    unpacked_bytes: int = 300 * MEGABYTE
    unpacking_ratio: int = 200
    parts: int = 10_000
    # Cut at these: what is left out is told.
    text_seconds: float = 12
    pages: int = 5_000
    page_characters: int = 200_000
    text_bytes: int = 10 * MEGABYTE

    @property
    def output_bytes(self) -> int:
        """Return what the reading process may write: texts, escaped, and a picture."""
        return 2 * self.text_bytes + 4 * MEGABYTE

    @property
    def line_bytes(self) -> int:
        """Return how long one line of it may be."""
        return max(8 * self.page_characters, 4 * MEGABYTE)


def bind_this_process(limits: Limits) -> None:
    """Hold this process to the limits, for good, as far as the system knows them."""
    bounds = {
        "RLIMIT_AS": limits.memory_bytes,
        "RLIMIT_CPU": limits.processor_seconds,
        # It writes to its pipe, and to no file.
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": 64,
        # Root is not held to this one.
        "RLIMIT_NPROC": 0,
    }
    for name, bound in bounds.items():
        # The system kills at the second bound, and tells why at the first.
        set_limit(name, bound, bound + (name == "RLIMIT_CPU"))
    # Should the process that started this one be gone before the time is over.
    signal.alarm(limits.seconds + 5)


def set_limit(name: str, soft: int, hard: int) -> None:
    """Lower one limit; systems that do not know it are left without."""
    kind = getattr(resource, name, None)
    if kind is None:
        return
    _soft, known = resource.getrlimit(kind)
    if known != resource.RLIM_INFINITY:
        soft, hard = min(soft, known), min(hard, known)
    try:
        resource.setrlimit(kind, (soft, hard))
    except (OSError, ValueError):
        # macOS knows some of them by name alone.
        return
