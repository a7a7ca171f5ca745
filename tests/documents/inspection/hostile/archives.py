"""Office files that unpack to more than anybody has, or bring programs."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from documents.inspection.limits import MEGABYTE

from .. import samples


def zip_bomb(megabytes: int = 400) -> bytes:
    """Return a workbook whose sheet is nothing but zeros, which pack 1,000 to 1."""
    file = BytesIO(samples.xlsx(Sheet=[["word"]]))
    with (
        ZipFile(file, "a", ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/media/image1.bmp", "w") as part,
    ):
        for _ in range(megabytes):
            part.write(bytes(MEGABYTE))
    return file.getvalue()


def bomb_that_lies() -> bytes:
    """Return a document whose text claims to be of 1,000 bytes, and has 300 MB."""
    words = b"<w:t>" + b"a" * (300 * MEGABYTE)
    data = samples.with_parts(samples.docx("word"), word__document__xml=b"")
    data = data.replace(b"word/document/xml", b"word/document.xml")
    packed = zlib.compress(words, 9)[2:-4]
    return one_part_archive("word/document.xml", packed, claimed=1000)


def one_part_archive(name: str, packed: bytes, claimed: int) -> bytes:
    """Return an archive written by hand, which claims what it likes."""
    encoded = name.encode()
    sizes = (0, len(packed), claimed, len(encoded), 0)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, *sizes) + encoded
    central = struct.pack(
        "<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0, *sizes, 0, 0, 0, 0, 0
    )
    central += encoded
    end = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(central), len(local + packed), 0
    )
    return local + packed + central + end


def overlapping_parts() -> bytes:
    """Return a document of 9,000 parts that are all the same bytes of the file."""
    packed = zlib.compress(bytes(MEGABYTE), 9)[2:-4]
    names = [b"word/document.xml", *(b"%017d" % number for number in range(9_000))]
    sizes = (zlib.crc32(bytes(MEGABYTE)), len(packed), MEGABYTE, 17, 0)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, *sizes) + names[0]
    entry = struct.pack(
        "<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0, *sizes, 0, 0, 0, 0, 0
    )
    central = b"".join(entry + name for name in names)
    count = len(names)
    end = struct.pack(
        *("<4s4H2LH", b"PK\5\6", 0, 0, count, count),
        *(len(central), len(local + packed), 0),
    )
    return local + packed + central + end


def endless_list(megabytes: int = 50) -> bytes:
    """Return a document whose list of parts is all that it has, and is long."""
    sizes = (0, 0, 0, 17, 0)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, *sizes)
    name = b"word/document.xml"
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *(0,) * 4, *sizes, *(0,) * 5)
    count = megabytes * MEGABYTE // len(entry + name)
    central = (entry + name) * count
    end = struct.pack(
        *("<4s4H2LH", b"PK\5\6", 0, 0, count % 2**16, count % 2**16),
        *(len(central), len(local + name), 0),
    )
    return local + name + central + end


def archive_of_many_parts() -> bytes:
    file = BytesIO(samples.docx("word"))
    with ZipFile(file, "a") as archive:
        for number in range(20_000):
            archive.writestr(ZipInfo(f"{number}.xml"), b"")
    return file.getvalue()


def bomb_inside() -> bytes:
    """Return a document in which another archive lies, as an attachment would."""
    bomb = zip_bomb(megabytes=60)
    return samples.with_parts(samples.docx("word"), word__embeddings__bomb=bomb)


def word_macros() -> bytes:
    return samples.with_parts(samples.docx("word"), **{"word__vbaProject.bin": b"Sub"})


def sheet_macros() -> bytes:
    """Return a workbook with macros of the kind that Excel 4 had, and runs still."""
    made = samples.xlsx(Sheet=[["word"]])
    return samples.with_parts(made, **{"xl__macrosheets__sheet1.xml": "<a/>"})


def writer_macros() -> bytes:
    made = samples.odt("<t:p>word</t:p>")
    return samples.with_parts(made, **{"Basic__Standard__script-lb.xml": "<a/>"})


def compound_file() -> bytes:
    """Return how a document of Word begins that is protected with a password."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1016)
