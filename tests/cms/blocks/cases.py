"""What tests of blocks have in common: a page with one block."""

from typing import Any

from django.core.exceptions import ValidationError
from django.test import TestCase

from home.models import StandardPage
from tests.content import main_of, public_form
from tests.factories import (
    StandardPageFactory,
)

BODY = StandardPage._meta.get_field("body").stream_block


class BlockTestCase(TestCase):
    """`kind` names the block; values that a case does not give are `usual()`."""

    kind = ""

    def usual(self) -> dict[str, Any]:
        return {}

    def body(self, **values: Any):
        value = {**self.usual(), **values}
        return BODY.to_python([{"type": self.kind, "value": value}])

    def refusals(self, **values: Any) -> dict[str, str]:
        """Return messages by the name of the field that they stand beside."""
        try:
            BODY.clean(self.body(**values))
        except ValidationError as refused:
            block = refused.as_json_data()["blockErrors"][0]
            return {
                name: " ".join(error.get("messages", []) or [str(error)])
                for name, error in block.get("blockErrors", {}).items()
            }
        return {}

    def draft_is_saved(self, **values: Any) -> bool:
        BODY.defer_required_validation()
        try:
            return not self.refusals(**values)
        finally:
            BODY.restore_deferred_validation()

    def publish(self, **values: Any) -> StandardPage:
        return StandardPageFactory(body=self.body(**values))

    def value(self, **values: Any) -> Any:
        """Return what JSON says of the block."""
        (block,) = public_form(self.publish(**values))["body"]
        assert block["type"] == self.kind
        return block["value"]

    def prose(self, **values: Any):
        """Return what the page shows of the block."""
        return main_of(self.publish(**values).url).find(class_="prose")
