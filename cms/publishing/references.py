"""placeholder"""


def check():
    return []
