"""One thing for each way of not being public."""

# Each module adds its own.
from . import secret_files, secret_pages, secret_snippets
from .secrets import MAKERS, Secret, kind_of, make_all

__all__ = [
    "MAKERS",
    "Secret",
    "kind_of",
    "make_all",
    "secret_files",
    "secret_pages",
    "secret_snippets",
]
