"""Words that somebody said: stored bare, the page adds the marks around them."""

DOUBLE_MARKS = '"“”„«»‹›'
OPENING_SINGLE, CLOSING_SINGLE = "'‘‚", "'’"

MARKS_MESSAGE = (
    "Enter the words without quotation marks around them: the page adds them. Words "
    "quoted inside take single ones, for example: He told me, ‘Stay in school.’"
)


def has_marks_around(words: str) -> bool:
    """Tell whether words begin or end with a mark that the page would double.

    Single marks count as a pair only: alone at one end they are an apostrophe, as in
    “the workers’”, or belong to words quoted inside.
    """
    bare = words.strip()
    if not bare:
        return False
    if bare[0] in DOUBLE_MARKS or bare[-1] in DOUBLE_MARKS:
        return True
    in_single_marks = bare[0] in OPENING_SINGLE and bare[-1] in CLOSING_SINGLE
    return in_single_marks and "‘" not in bare[1:]
