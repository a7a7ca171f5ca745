"""The search: in the database, or on an OpenSearch server where that is too small."""

import re
from importlib.util import find_spec
from urllib.parse import urlsplit

from settings.environment import environment

OPENSEARCH_URL = environment.text("OPENSEARCH_URL").rstrip("/")
OPENSEARCH_INDEX = environment.text("RESULTS_OPENSEARCH_INDEX", "results")

# What OpenSearch takes for a name, and leaves room for what is written behind it.
INDEX_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")


def host_in(url: str) -> str | None:
    try:
        found = urlsplit(url)
        _port = found.port
    except ValueError:
        return None
    return found.hostname if found.scheme in ("http", "https") else None


# Their values stay out of what is said: an address may hold a password.
if OPENSEARCH_URL and not host_in(OPENSEARCH_URL):
    environment.refuse(
        "OPENSEARCH_URL",
        "must be the address of an OpenSearch server, for example "
        "https://user:password@search.example.org:9200",
    )
if OPENSEARCH_URL and find_spec("opensearchpy") is None:
    environment.refuse(
        "OPENSEARCH_URL",
        "is set, but its client is not installed: pip install 'opensearch-py>=2.8,<3'",
    )
if not INDEX_NAME.fullmatch(OPENSEARCH_INDEX):
    environment.refuse(
        "RESULTS_OPENSEARCH_INDEX",
        "must be up to 100 small letters, digits, hyphens, dots and underscores, "
        "beginning with a letter or digit, for example results",
    )
if environment.text("RESULTS_OPENSEARCH_INDEX") and not OPENSEARCH_URL:
    environment.refuse("RESULTS_OPENSEARCH_INDEX", "is set, but OPENSEARCH_URL is not")
