"""The blocks of a body."""

from tests.freshness.world import World, table

from . import case, edit


@case(
    "hub",
    shows="StandardDetail.body HeadingItem.value HeadingValue.text HeadingValue.level"
    " HeadingValue.anchor ImageItem.value ImageValue.caption ImageValue.image"
    " QuoteItem.value QuoteValue.text QuoteValue.attribution CalloutItem.value"
    " CalloutValue.kind CalloutValue.heading EmbedItem.value EmbedValue.title"
    " EmbedValue.url EmbedValue.host EmbedValue.description TableItem.value"
    " TableValue.caption TableValue.columns TableValue.rows TableValue.source"
    " TableColumn.heading TableColumn.kind StatisticItem.value Statistic.label",
)
def the_blocks_of_a_body(world: World) -> None:
    page = world.hub
    values = {
        "heading": {"text": "Other heading", "level": "3"},
        "image": {"image": world.banner, "caption": "Other caption"},
        "quote": {"text": "Other words", "attribution": "Bea"},
        "callout": {"kind": "success", "heading": "Good"},
        "embed": {
            "title": "Other film",
            "url": "https://example.com/film",
            "description": "Two minutes.",
        },
        "table": table("Other table", "Other heading", "2", "Other source", "number"),
        "statistic": {"label": "Other figure"},
    }
    for block in page.body:
        for name, value in values.get(block.block_type, {}).items():
            block.value[name] = value
    edit(page)


@case(
    "hub slides transcript",
    shows="DocumentListItem.value DocumentListValue.heading DocumentListValue.anchor"
    " DocumentListValue.introduction DocumentListValue.selection"
    " DocumentListValue.series DocumentListValue.document_type"
    " DocumentListValue.documents",
)
def lists_of_documents_in_a_body(world: World) -> None:
    page = world.hub
    series, by_type, picked = (b for b in page.body if b.block_type == "document_list")
    series.value["heading"] = "A series"
    series.value["introduction"] = "All of them."
    by_type.value["document_type"] = "guidance"
    picked.value["selection"] = "series"
    picked.value["series"] = world.series
    edit(page)


@case(
    "hub older",
    shows="CallToActionItem.value CallToActionValue.text CallToActionValue.emphasis"
    " CallToActionValue.link Link.document",
)
def buttons_in_a_body(world: World) -> None:
    page = world.hub
    to_page, to_document = (
        block for block in page.body if block.block_type == "call_to_action"
    )
    to_page.value["page"] = world.quiet_page
    to_document.value["text"] = "Get it"
    to_document.value["document"] = world.slides
    to_document.value["emphasis"] = "outline"
    edit(page)
