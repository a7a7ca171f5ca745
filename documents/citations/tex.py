"""Texts as any TeX reads them: ASCII wherever TeX has a name for a sign."""

import unicodedata

SIGNS = {
    # A brace counts for BibTeX even after a backslash: it must be named.
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    # What means something to TeX.
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # What other signs stand for, in the oldest of its fonts.
    "|": r"\textbar{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    # Punctuation.
    "–": "--",
    "—": "---",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "…": r"\ldots{}",
    "¿": "?`",
    "¡": "!`",
    "«": r"\guillemotleft{}",
    "»": r"\guillemotright{}",
    "§": r"\S{}",
    "°": r"\textdegree{}",
    "®": r"\textregistered{}",
    "©": r"\textcopyright{}",
    "™": r"\texttrademark{}",
    "€": r"\texteuro{}",
    "ª": r"\textordfeminine{}",
    "º": r"\textordmasculine{}",
    # Letters that are no others with an accent.
    "ß": r"\ss{}",
    "æ": r"\ae{}",
    "Æ": r"\AE{}",
    "œ": r"\oe{}",
    "Œ": r"\OE{}",
    "ø": r"\o{}",
    "Ø": r"\O{}",
    "ł": r"\l{}",
    "Ł": r"\L{}",
    "ı": r"\i{}",
}
# What stands above or below a letter: its combining character, and what TeX calls it.
ACCENTS = {
    "\N{COMBINING GRAVE ACCENT}": "`",
    "\N{COMBINING ACUTE ACCENT}": "'",
    "\N{COMBINING CIRCUMFLEX ACCENT}": "^",
    "\N{COMBINING TILDE}": "~",
    "\N{COMBINING DIAERESIS}": '"',
    "\N{COMBINING MACRON}": "=",
    "\N{COMBINING DOT ABOVE}": ".",
    "\N{COMBINING BREVE}": "u",
    "\N{COMBINING CARON}": "v",
    "\N{COMBINING DOUBLE ACUTE ACCENT}": "H",
    "\N{COMBINING CEDILLA}": "c",
    "\N{COMBINING OGONEK}": "k",
    "\N{COMBINING RING ABOVE}": "r",
}


def escaped(text: str) -> str:
    """Return a text on one line, with all that means something to TeX named."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(map(sign_of, composed))


def sign_of(character: str) -> str:
    if character in SIGNS:
        return SIGNS[character]
    parts = unicodedata.normalize("NFD", character)
    letter, mark = parts[0], parts[1:]
    if mark in ACCENTS and letter.isascii():
        # An accent takes the place of the dot.
        base = f"\\{letter}" if letter in "ij" else letter
        return f"{{\\{ACCENTS[mark]}{{{base}}}}}"
    return character if character.isprintable() else ""
