"""Which blocks a body may have."""

from wagtail import blocks

from .data import StatisticBlock, TableBlock
from .links import CallToActionBlock, DocumentListBlock
from .media import EmbedBlock, ImageBlock
from .text import CalloutBlock, HeadingBlock, QuoteBlock, TextBlock


class ArticleBlocks(blocks.StreamBlock):
    """The body of an article, a story, an agenda or a page of text."""

    heading = HeadingBlock()
    rich_text = TextBlock()
    image = ImageBlock()
    quote = QuoteBlock()
    document_list = DocumentListBlock()
    callout = CalloutBlock()
    table = TableBlock()
    statistic = StatisticBlock()
    embed = EmbedBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        block_counts: dict[str, dict[str, int]] = {}
