"""Files that were made to do harm, or that break whatever is careless with them."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from . import samples

MEGABYTE = 2**20


# --- Archives ---------------------------------------------------------------------


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


# --- XML --------------------------------------------------------------------------


def with_document(xml: str | bytes) -> bytes:
    """Return a document of Word whose text is this XML."""
    return samples.with_parts(samples.docx("word"), **{"word__document.xml": xml})


def entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return with_document(
        f'<!DOCTYPE d [<!ENTITY e0 "lol">{entities}]><d><p><t>&e9;</t></p></d>'
    )


def external_entity() -> bytes:
    return with_document(
        '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d><p><t>&e;</t></p></d>'
    )


def deep_xml() -> bytes:
    return with_document("<p>" * 500_000 + "<t>deep</t>" + "</p>" * 500_000)


def one_endless_word() -> bytes:
    # Letters in no order, since what packs well is taken for a bomb.
    letters = b"".join(b"%x" % (n * 2654435761 % 2**32) for n in range(1_600_000))
    return with_document(b"<d><p><t>" + letters + b"</t></p></d>")


def endless_spaces() -> bytes:
    return samples.odt('<t:p>a<t:s t:c="2000000000"/>b</t:p>')


def huge_sheet() -> bytes:
    """Return a workbook that claims a million columns, and cells in the last ones."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rows = "".join(
        f'<row r="{r}"><c r="ZZZZ{r}" t="inlineStr"><is><t>far</t></is></c>'
        f'<c r="B{r}" s="99999999"><v>1e308</v></c><c t="s"><v>99999999</v></c></row>'
        for r in (1, 1_000_000, 2_000_000_000)
    )
    sheet = (
        f'<worksheet xmlns="{main}"><dimension ref="A1:BDWGN1048576"/>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )
    made = samples.xlsx(Sheet=[["word"]])
    return samples.with_parts(made, **{"xl__worksheets__sheet1.xml": sheet})


# --- PDF --------------------------------------------------------------------------


def pdf_of(objects: dict[int, bytes]) -> bytes:
    """Return a PDF of these objects, of which the first is the catalog."""
    written, at, offsets = [b"%PDF-1.7\n"], 9, {}
    for number, content in objects.items():
        offsets[number] = at
        written.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        at += len(written[-1])
    size = max(objects) + 1
    written.append(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    written += [b"%010d 00000 n \n" % offsets[number] for number in range(1, size)]
    written.append(
        b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, at)
    )
    return b"".join(written)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


SHOWN = b"BT /F 12 Tf 72 700 Td (Words) Tj ET"
FONT = b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"


def pdf(
    page: bytes = b"", shown: bytes = b"", catalog: bytes = b""
) -> dict[int, bytes]:
    """Return the objects of a PDF of one page."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/Contents 4 0 R%s%s>>"
        % (FONT, page or b"/MediaBox[0 0 612 792]"),
        4: shown or stream(SHOWN),
    }


def many_pages(count: int = 10_000) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(4, count + 4))
    page = b"<</Type/Page/Parent 2 0 R/Contents 3 0 R/MediaBox[0 0 612 792]%s>>" % FONT
    return pdf_of(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            3: stream(SHOWN),
            **dict.fromkeys(range(4, count + 4), page),
        }
    )


def pages_that_are_not_there() -> bytes:
    objects = pdf()
    objects[2] = b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>"
    return pdf_of(objects)


def circular_pages() -> bytes:
    objects = pdf()
    objects[2] = b"<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 9>>"
    return pdf_of(objects)


def nested_objects(depth: int = 500_000) -> bytes:
    return pdf_of(pdf(catalog=b"/Deep " + b"[" * depth + b"]" * depth))


def nested_tags(depth: int = 50_000) -> bytes:
    """Return a PDF each of whose tags holds the next one."""
    first = 10
    tags = {
        number: b"<</S/Div/P %d 0 R/K %d 0 R>>" % (number - 1, number + 1)
        for number in range(first, first + depth)
    }
    last = first + depth
    tree = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[0[%d 0 R]]>>>>"
    filler = dict.fromkeys(range(6, first), b"null")
    objects = pdf(
        page=b"/MediaBox[0 0 612 792]/StructParents 0",
        catalog=b"/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R",
    )
    objects[5] = tree % (first, last)
    objects |= filler | tags
    objects[last] = b"<</S/P/P %d 0 R/Pg 3 0 R/K 0>>" % (last - 1)
    return pdf_of(objects)


def forms_within_forms() -> bytes:
    """Return a page that shows a form ten times, which shows itself ten times, ..."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>"
    return pdf_of(
        pdf(
            page=b"/MediaBox[0 0 612 792]/Resources<</XObject<</X 4 0 R>>>>",
            shown=stream(b"/X Do " * 10, form),
        )
    )


def page_of_size(box: bytes) -> bytes:
    return pdf_of(pdf(page=b"/UserUnit 75000/MediaBox[%s]" % box))


def stream_bomb(megabytes: int = 400) -> bytes:
    """Return a PDF whose page, packed twice, is some kilobytes instead of 400 MB."""
    inner, outer = zlib.compressobj(1), zlib.compressobj(9)
    packed = b""
    for _ in range(megabytes):
        packed += outer.compress(inner.compress(b" " * MEGABYTE))
    packed += outer.compress(inner.flush()) + outer.flush()
    return pdf_of(pdf(shown=stream(packed, b"/Filter[/FlateDecode/FlateDecode]")))


def picture_bomb() -> bytes:
    """Return a page with a picture of 60,000 by 60,000 pixels."""
    objects = pdf(
        page=b"/MediaBox[0 0 612 792]/Resources<</XObject<</I 5 0 R>>>>",
        shown=stream(b"612 0 0 792 0 0 cm /I Do"),
    )
    row = zlib.compress(bytes(100 * MEGABYTE), 9)
    objects[5] = stream(
        row,
        b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8"
        b"/ColorSpace/DeviceRGB/Filter/FlateDecode",
    )
    return pdf_of(objects)


def endless_title() -> bytes:
    objects = pdf()
    data = pdf_of(objects | {5: b"<</Title(%s)>>" % (b"title " * 2_000_000)})
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Info 5 0 R")


def polyglot() -> bytes:
    """Return a PDF that is an archive as well."""
    return pdf_of(pdf()) + samples.zipped({"run.class": b"\xca\xfe\xba\xbe"})


# --- Text -------------------------------------------------------------------------


def marks_without_end() -> bytes:
    """Return a letter with 200,000 accents, which putting in order takes long."""
    return ("a" + "\u0316\u0301" * 100_000).encode()


def encrypted() -> bytes:
    """Return a PDF that names a way to encrypt, and not the password for it."""
    objects = pdf()
    objects[5] = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>>>" % (
        b"ab" * 32,
        b"cd" * 32,
    )
    ids = b"/Root 1 0 R/Encrypt 5 0 R/ID[<%s><%s>]" % (b"01" * 16, b"01" * 16)
    return pdf_of(objects).replace(b"/Root 1 0 R", ids)


def compound_file() -> bytes:
    """Return how a document of Word begins that is protected with a password."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1016)


def names() -> Iterator[str]:
    """Yield names of files that no system would let stand."""
    yield "nul\0byte.pdf"
    yield "../../etc/passwd.pdf"
    yield "C:\\Windows\\system32.pdf"
    yield "\u202efdp.exe.pdf"
    yield f"{'x' * 300}.pdf"
    yield "line\nfeed\r.pdf"
    yield "  .pdf"
