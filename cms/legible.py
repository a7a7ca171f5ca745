"""Texts as people read them, whatever comes along when they are copied."""

import unicodedata

# Letters in one, as files have them, and a place at which a line may be broken.
COPIED = {n: unicodedata.normalize("NFKC", chr(n)) for n in range(0xFB00, 0xFB07)}
COPIED[0x200B] = " "
# Unicode's categories of signs that are not seen, and of spaces of any width.
UNSEEN, SPACE = "Cf", "Zs"


def legible(text: str) -> str:
    """Return a text as people read it: accents on their letters, and no hidden signs.

    A file's name that comes from a Mac has its accents apart, and what is copied from
    a file has soft hyphens, marks of direction and spaces that break no line.
    """
    whole = unicodedata.normalize("NFC", text.translate(COPIED))
    return "".join(
        " " if category == SPACE else sign
        for sign in whole
        if (category := unicodedata.category(sign)) != UNSEEN
    )


def is_text(text: str) -> bool:
    """Tell whether there is nothing in it that nobody writes, such as NUL."""
    return text.isprintable() or all(
        sign.isprintable() or unicodedata.category(sign) in (UNSEEN, SPACE)
        for sign in text
    )
