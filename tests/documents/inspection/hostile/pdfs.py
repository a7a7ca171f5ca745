"""PDFs that are more than they seem."""

import zlib

from documents.inspection.limits import MEGABYTE

from .. import samples


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


def encrypted() -> bytes:
    """Return a PDF that names a way to encrypt, and not the password for it."""
    objects = pdf()
    objects[5] = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>>>" % (
        b"ab" * 32,
        b"cd" * 32,
    )
    ids = b"/Root 1 0 R/Encrypt 5 0 R/ID[<%s><%s>]" % (b"01" * 16, b"01" * 16)
    return pdf_of(objects).replace(b"/Root 1 0 R", ids)
