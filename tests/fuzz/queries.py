"""What people and machines may type into a search field, made up by a seeded generator.

`queries(count, seed)` gives the same ones each time. Each is the bytes that stand after
`q=` before they are quoted: not all of them are text.
"""

from collections.abc import Callable, Iterator
from random import Random

# Of the demonstration, and of what is published anywhere.
KNOWN = (
    *(
        "certificate of eligibility",
        "MEP",
        "ID&R",
        "CSPR",
        "forum",
        "webinar",
        "guidance",
    ),
    *("eligibility", "migrante", "educación", "2017", "1810-0662", "Q&As v.2.pdf"),
    *("policy questions", "children", "state", "the", "recruiters"),
)
STOP = ("the", "of", "and", "a", "to", "in", "is", "de", "la", "el", "que", "y", "en")
MISTYPED = ("eligibilty", "certifcate", "guidnace", "recruitrs", "webnar", "polciy")
OPERATORS = (
    *(
        "OR",
        "AND",
        "NOT",
        "or",
        "-",
        "--",
        "+",
        '"',
        '""',
        "“",
        "”",
        "'",
        "''",
        "(",
        ")",
    ),
    *("*", "a*", "^", ":", "|", "||", "&", "&&", "!", "!!", "<->", "<2>", "~", "~2"),
    *(
        "NEAR(a b)",
        "NEAR/2",
        "title:",
        "title : a",
        "{title} : a",
        "- {title}",
        "_all:",
    ),
    *("a:*", "a:A", "'a':B", "a\\", "\\", "\\\\", "/a.*/", "[a TO z]", "\\u0000"),
)
SQL = (
    *(
        "'; DROP TABLE search_entry; --",
        "' OR '1'='1",
        "') UNION SELECT 1 --",
        "$$",
        "$1",
    ),
    *("%s", "%(a)s", "%%", "_", "to_tsquery('a')", "pg_sleep(9)", "MATCH 'a'", "rowid"),
    *("{{7*7}}", "<script>alert(1)</script>", "&lt;", "<mark>", "]]>", "&#0;"),
)
SIGNS = (
    *("\x00", "\x01", "\x1b[2J", "\x7f", "\r\n", "\t", "\u00a0", "\u00ad", "\u200b"),
    *("\u200d", "\u2028", "\u202e", "\u2066", "\ufeff", "\ufffd", "\uffff", "\ue000"),
    *("\ue001", "\u0345", "ﬁ", "ß", "ẞ", "İ", "ı", "ǅ", "K", "Å", "ſ", "½", "²", "٣"),
)
PICTURES = (
    *(
        "🌽",
        "👩‍🌾",
        "👨‍👩‍👧‍👦",
        "🇺🇸",
        "🏳️‍🌈",
        "❤️",
        "1️⃣",
        "🧑🏽‍🌾",
        "\U000e0067",
        "\U0010ffff",
    ),
)
LETTERS = (
    *(
        "移民教育",
        "كتاب",
        "עִבְרִית",
        "שלום",
        "नमस्ते",
        "ภาษาไทย",
        "한국어",
        "Ελλάδα",
        "Привет",
    ),
    *("e\u0301", "n\u0303", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L", "𝒻ℴ𝓇𝓊𝓂", "ｆｏｒｕｍ", "𐍈", "ᚠ"),
)
# No text in UTF-8: halves of pairs, bytes too few, too many, and of other encodings.
BYTES = (
    *(
        b"\xed\xa0\x80",
        b"\xed\xb0\x80",
        b"\xed\xa0\xbd\xed\xb8\x80",
        b"\xff",
        b"\xfe\xff",
    ),
    *(b"\xc3", b"\xe2\x80", b"\xf0\x9f\x8c", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80"),
    *(b"\xe9ducation", b"\x80" * 40, b"%", b"%zz", b"%u0041", b"%00", b"+", b"%2b"),
)
MEGABYTE = 2**20
LIMIT = 200


def word(random: Random) -> str:
    """Return a word that nobody has published, of few or very many letters."""
    length = random.choice((1, 2, 3, 4, 5, 6, 7, 9, 11, 14, 20, 24, 40, 190))
    return "".join(random.choices("aaeeiioubcdfglmnrstpñé", k=length))


def piece(random: Random) -> str:
    """Return something that a query may be made of."""
    kinds = (KNOWN, KNOWN, STOP, MISTYPED, OPERATORS, SQL, SIGNS, PICTURES, LETTERS)
    kind = random.randrange(len(kinds) + 1)
    return word(random) if kind == len(kinds) else random.choice(kinds[kind])


def mixed(random: Random) -> str:
    """Anything beside anything."""
    between = random.choice((" ", " ", " ", "", " OR ", " -", '" "', "\u3000"))
    return between.join(piece(random) for _ in range(random.randint(1, 12)))


def meant(random: Random) -> str:
    """What a person would write who knows the language of queries."""
    parts = [random.choice((*KNOWN, *KNOWN, *MISTYPED)) for _ in range(4)]
    one, two, three, four = parts
    return random.choice(
        (
            *(one, f"{one} {two}", f'"{one}"', f"{one} -{two}", f"{one} OR {two}"),
            *(f'"{one} {two}" OR "{three}"', f'{one} -"{two}" {three}', f'"{one}'),
            f'{one} OR {two} OR {three} "{four}" -{two}',
        )
    )


def repeated(random: Random) -> str:
    """Up to the limit, the same again and again."""
    part = random.choice(
        (
            *("a* OR ", "a OR ", "-a ", '"a" ', "a ", '" ', "OR ", "((", "the ", "e "),
            *(
                "forum OR ",
                "-webinar ",
                '"the forum" OR ',
                '-"the forum" ',
                "ed ",
                "st ",
            ),
            *("\u0301", "🌽", "👩‍🌾 ", "\x00", "移", "a'", "%", "_ ", "\\", "1 ", "0-"),
            f"{random.choice(MISTYPED)} ",
            f"{word(random)} ",
        )
    )
    return (part * LIMIT)[: random.choice((LIMIT, LIMIT, LIMIT - 1, 57))]


def all_unknown(random: Random) -> str:
    """Up to the limit, words that are mistyped beyond mending, each another one."""
    length = random.choice((4, 5, 6, 8, 12))
    words = ("".join(random.choices("abdeilmnorst", k=length)) for _ in range(LIMIT))
    between = random.choice((" ", " OR ", " -"))
    return between.join(words)[:LIMIT]


def stop_words(random: Random) -> str:
    return " ".join(random.choices(STOP, k=random.randint(1, 40)))


def bytes_of(random: Random) -> bytes:
    parts = [random.choice(BYTES) for _ in range(random.randint(1, 4))]
    return random.choice((b"", b" ", b"forum ")).join([b"", *parts])


def too_long(random: Random) -> bytes:
    part = random.choice(("a", "a ", '"', "-a ", "🌽", "\x00", "a OR ", "é", "%"))
    length = random.choice((LIMIT + 1, LIMIT + 1, 2_000, 60_000, MEGABYTE))
    return (part * length).encode()[:length]


def any_letters(random: Random) -> str:
    """Code points of all planes, halves of pairs among them."""
    most = random.choice((0x7F, 0x24F, 0xFFFF, 0x10FFFF))
    return "".join(chr(random.randint(0, most)) for _ in range(random.randint(1, 60)))


KINDS: tuple[tuple[Callable[[Random], str | bytes], int], ...] = (
    *((mixed, 30), (meant, 20), (repeated, 14), (all_unknown, 8), (stop_words, 6)),
    *((bytes_of, 6), (any_letters, 12), (too_long, 4)),
)


def queries(count: int, seed: int = 2017) -> Iterator[bytes]:
    """Yield queries as bytes, the same ones for the same seed."""
    random = Random(seed)  # noqa: S311
    makers, weights = zip(*KINDS, strict=True)
    for maker in random.choices(makers, weights, k=count):
        made = maker(random)
        yield made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")
