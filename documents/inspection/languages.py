"""The language that a file names, in the form that the web knows."""

import re

TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")
UNKNOWN = {"und", "zxx", "mul", "mis", "none", "zz"}


def language_tag(text: str) -> str:
    """Return a language tag such as "en-US", or nothing for what is none.

    Some programs write an underscore for the hyphen.
    """
    tag = text.strip("\0 \t\r\n").replace("_", "-")
    if not TAG.fullmatch(tag) or tag.partition("-")[0].lower() in UNKNOWN:
        return ""
    language, *rest = tag.split("-")
    return "-".join([language.lower(), *(cased(part) for part in rest)])


def cased(part: str) -> str:
    """Write a country in capitals and a script with one, as is the custom."""
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()
