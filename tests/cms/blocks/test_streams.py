"""The blocks that a body has."""

import pytest

from cms.blocks import ArticleBlocks
from tests.cms.blocks.cases import BODY


class BodyTests:
    def test_has_the_ten_blocks_that_pages_share(self):
        assert set(ArticleBlocks().child_blocks) == {
            *("heading", "rich_text", "image", "quote", "document_list", "callout"),
            *("table", "statistic", "embed", "call_to_action"),
        }

    @pytest.mark.parametrize("name", [n for n in BODY.child_blocks if n != "rich_text"])
    def test_every_field_of_a_block_explains_itself(self, name):
        for field in BODY.child_blocks[name].child_blocks.values():
            help_text = getattr(field.meta, "help_text", "") or field.field.help_text
            assert help_text.strip().endswith((".", "?", "”")), field.name
