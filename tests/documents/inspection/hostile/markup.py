"""Office files whose XML is made to do harm."""

from .. import samples


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
