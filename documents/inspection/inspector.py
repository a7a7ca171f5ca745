"""Inspecting a file: what to make of all that the reading process tells, or not."""

import json
import logging
import signal
from base64 import b64decode
from pathlib import Path
from typing import Any

from .facts import UNITS, Cover, FailedError, Inspection, InspectionError, RefusedError
from .limits import Limits
from .readers import reader_of
from .reading_process import ReadingProcess, TookTooLongError, WroteTooMuchError

logger = logging.getLogger(__name__)

# By these a process ends for what it did itself; the others come from outside.
OWN_SIGNALS = {
    *(signal.SIGABRT, signal.SIGALRM, signal.SIGBUS, signal.SIGFPE, signal.SIGILL),
    *(signal.SIGSEGV, signal.SIGSYS, signal.SIGTRAP, signal.SIGXCPU, signal.SIGXFSZ),
}

TELLS_NOT = type(None)
KINDS: dict[str, tuple[type, ...]] = {
    "unit": (str, TELLS_NOT),
    "count": (int, TELLS_NOT),
    "title": (str,),
    "language": (str,),
    "is_tagged": (bool, TELLS_NOT),
    "has_title": (bool, TELLS_NOT),
    "has_language": (bool, TELLS_NOT),
    "has_text_layer": (bool, TELLS_NOT),
    "notes": (list,),
}

TOO_SLOW = (
    "The file could not be read within {seconds} seconds. Try again when the site is "
    "less busy, or save it again with fewer pages or pictures."
)
TOO_MUCH_WORK = (
    "Reading the file takes more time than is allowed. Save it again with fewer pages "
    "or pictures."
)
BROKE_OFF = (
    "The program that reads such files breaks off at this one. Save it again in the "
    "program that made it, and upload that file."
)
TOO_MUCH_TEXT = (
    "The file holds more text than can be kept. Save it again in several files."
)
ENDED = "Reading the file was ended from outside. Try again."
NOT_STARTED = (
    "The program that reads files does not work on this server. Tell those who run it, "
    "and try again when they have mended it."
)


def inspect(path: Path, media_type: str, limits: Limits | None = None) -> Inspection:
    """Read a file in a process of its own, and return what it holds.

    Raises RefusedError or FailedError, each with a reason for the editor, and
    ValueError for a media type that cannot be read. Whatever the file, the memory of
    this process grows by no more than a few times `text_bytes`, and it waits no longer
    than `seconds`.
    """
    reader_of(media_type)
    limits = limits or Limits()
    account = Account()
    problem = follow(ReadingProcess(path, media_type, limits), account)
    if account.inspection is None:
        raise account.refusal or problem or FailedError(NOT_STARTED)
    if problem is not None:
        account.inspection.notes.append("No picture of its first page could be made.")
    return account.inspection


def follow(process: ReadingProcess, account: "Account") -> InspectionError | None:
    """Take down what the process tells; return why there may be no more of it."""
    try:
        with process:
            for line in process.lines():
                account.take(json.loads(line))
            return why_ended(process.end())
    except TookTooLongError:
        return FailedError(TOO_SLOW.format(seconds=process.limits.seconds))
    except WroteTooMuchError:
        return RefusedError(TOO_MUCH_TEXT)
    except (KeyError, TypeError, ValueError, RecursionError):
        logger.exception("What the reading process wrote makes no sense.")
        return RefusedError(BROKE_OFF)


def why_ended(status: int) -> InspectionError | None:
    """Return what is wrong with a process that ended in this way."""
    if status == 0:
        return None
    logger.warning("The process that read a file ended with %s.", status)
    if status == -signal.SIGXCPU:
        return RefusedError(TOO_MUCH_WORK)
    if -status in OWN_SIGNALS:
        return RefusedError(BROKE_OFF)
    return FailedError(ENDED if status < 0 else NOT_STARTED)


class Account:
    """What the reading process told until now."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.inspection: Inspection | None = None
        self.refusal: RefusedError | None = None

    def take(self, message: Any) -> None:
        """Take one message; raises KeyError, TypeError or ValueError for nonsense."""
        if not isinstance(message, dict):
            raise TypeError("Not a message.")
        if "text" in message:
            self.texts.append(text_in(message["text"]))
        elif "facts" in message:
            facts = facts_in(message["facts"])
            self.inspection = Inspection(**facts, texts=self.texts)
        elif "refused" in message:
            logger.info("A file was refused: %s", message)
            self.refusal = RefusedError(text_in(message["refused"]))
        elif self.inspection is None:
            raise ValueError("A picture before the facts.")
        else:
            self.inspection.cover = cover_in(message["cover"])


def text_in(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("Not a text.")
    return value


def cover_in(value: Any) -> Cover:
    data = b64decode(value["data"], validate=True)
    return Cover(data, int(value["width"]), int(value["height"]))


def facts_in(value: Any) -> dict[str, Any]:
    """Return the facts of a message; raises TypeError where one is of another type."""
    for name, kinds in KINDS.items():
        if not isinstance(value[name], kinds):
            raise TypeError(f"{name} is {value[name]!r}.")
    if value["unit"] not in {*UNITS, None}:
        raise TypeError("Not a unit.")
    return {name: value[name] for name in KINDS}
