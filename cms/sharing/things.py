"""Things in the words of schema.org, as JSON-LD that can stand in a page."""

import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe

Thing = dict[str, Any]

# As in Django's `json_script`: no value can end the element it stands in, or begin one.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def thing(kind: str, **values: Any) -> Thing:
    """Return a thing with what is known of it; `id` is its address among things."""
    identity = {"@id": values.pop("id")} if "id" in values else {}
    return {"@type": kind, **identity} | {
        name: value for name, value in values.items() if value not in (None, "", [], {})
    }


def reference(identity: str) -> Thing:
    """Return what stands for a thing that is described elsewhere on the page."""
    return {"@id": identity}


def json_ld(things: Iterable[Thing]) -> SafeString:
    """Return things as the content of a `<script type="application/ld+json">`.

    Such a script is data: browsers do not run it, nor does a policy hold it back.
    """
    graph = {"@context": "https://schema.org", "@graph": list(things)}
    text = json.dumps(graph, cls=DjangoJSONEncoder, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))
