"""The site as a proxy asks for it that ends TLS: here there is none."""

from collections.abc import Callable, Iterable
from typing import Any

from cms.wsgi import application as site


def application(
    environ: dict[str, Any], start_response: Callable[..., Any]
) -> Iterable[bytes]:
    return site(environ | {"HTTP_X_FORWARDED_PROTO": "https"}, start_response)
