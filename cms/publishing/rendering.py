"""What a rendering has made of a thing."""

from typing import Any

from .schemas import PublicSchema


class Rendering:
    """Both public forms of a thing, with what the renderer noted."""

    def __init__(
        self, renderer: Any, detail: PublicSchema, card: type[PublicSchema]
    ) -> None:
        self.detail = detail
        self.body = detail.model_dump_json()
        # What a list shows is a part of the whole: it need not be rendered again.
        self.card = detail.model_dump_json(include=set(card.model_fields))
        self.locale = renderer.locale
        self.tags = renderer.tags
        self.changes_at = renderer.changes_at
        self.documents = renderer.documents
        self.waiting = list(renderer.waiting.values())
