"""The process that reads one file: `python -m documents.inspection.child`.

Its arguments are the path, the media type and the limits as JSON. It writes a line of
JSON for each thing that it learns, in this order:

    {"text": …}     one for each page, sheet or slide
    {"facts": …}    or {"refused": reason, "detail": for the log}
    {"cover": …}    of a PDF where it could be drawn: data in Base64, width, height

It imports what it needs before it binds itself, and opens the file after that.
"""

import json
import os
import sys
import warnings
from base64 import b64encode
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from .facts import Facts, RefusedError
from .limits import Limits, bind_this_process
from .readers import reader_of
from .texts import Texts

DAMAGED = (
    "The file is damaged, or not what its name says. Save it again in the program "
    "that made it, and upload that file."
)
TOO_MUCH_MEMORY = (
    "Reading the file takes more memory than is allowed. Save it again with smaller "
    "pictures or tables, or in several files."
)


class Output:
    """The pipe to the process that asked, out of reach of what libraries print."""

    def __init__(self) -> None:
        self.pipe = os.fdopen(os.dup(1), "wb")
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)

    def write(self, **message: Any) -> None:
        line = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
        self.pipe.write(line.encode() + b"\n")

    def end(self) -> None:
        self.pipe.flush()
        # Without the tidying up of libraries: there is nobody left to use them.
        os._exit(0)


def main(path: str, media_type: str, limits_as_json: str) -> None:
    warnings.simplefilter("ignore")
    limits = Limits(**json.loads(limits_as_json))
    output = Output()
    reader = import_module(f"{__package__}.{reader_of(media_type)}")
    bind_this_process(limits)
    texts = Texts(limits, lambda text: output.write(text=text))
    report(output, reader, Path(path), texts)
    output.end()


def report(output: Output, reader: ModuleType, path: Path, texts: Texts) -> None:
    try:
        facts: Facts = reader.read(path, texts, texts.limits)
    except RefusedError as refusal:
        output.write(refused=refusal.reason)
    except MemoryError:
        output.write(refused=TOO_MUCH_MEMORY)
    except Exception as error:
        # Libraries raise whatever they stumble over.
        output.write(refused=DAMAGED, detail=repr(error)[:500])
    else:
        facts.notes += texts.notes
        output.write(facts=asdict(facts))
        report_cover(output, path, facts)


def report_cover(output: Output, path: Path, facts: Facts) -> None:
    """Draw the first page, when all else is told: what it takes away is no more."""
    if facts.unit != "page":
        return
    output.pipe.flush()
    from .cover import draw

    try:
        cover = draw(path)
    except Exception:
        return
    data = b64encode(cover.data).decode()
    output.write(cover={"data": data, "width": cover.width, "height": cover.height})


if __name__ == "__main__":
    main(*sys.argv[1:])
