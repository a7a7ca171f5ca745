"""Tables and single figures."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtail_localize.segments import StringSegmentValue

from cms.statistics import StatisticStatus, display_value, statistic_errors


class TableBlock(blocks.StructBlock):
    """A table with a heading for each column, and a caption that says what it is."""

    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False)),
            ("number", blocks.DecimalBlock(required=False)),
        ],
        help_text="The caption says what the table shows, for example “Children "
        "served, by grade”. Each column needs a heading.",
    )
    source = blocks.CharBlock(
        max_length=200,
        required=False,
        help_text="Say where the figures come from, for example “Ed Data Express”.",
    )

    class Meta:
        icon = "table"
        template = "cms/blocks/table.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        table = cleaned["table"]
        headed = table.columns and all(c["heading"] for c in table.columns)
        if not headed or not table.caption or not table.row_data:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "table": ValidationError(
                        "A table needs a caption, a heading for each of its columns, "
                        "and at least one row."
                    )
                }
            )
        return cleaned

    # --- Its words, for translators ---------------------------------------------------

    def get_translatable_segments(self, value: Any) -> list[StringSegmentValue]:
        """Return caption, headings and texts in the order in which they are read."""
        words = [StringSegmentValue("table", word) for word in words_of(value["table"])]
        return [*words, StringSegmentValue("source", value["source"] or "")]

    def restore_translated_segments(
        self, value: Any, segments: Sequence[StringSegmentValue]
    ) -> Any:
        """Put translated words in the places of those that were extracted."""
        in_order = sorted(segments, key=lambda segment: segment.order)
        words = iter([s.render_text() for s in in_order if s.path == "table"])
        put_words(value["table"], words)
        for segment in in_order:
            if segment.path == "source":
                value["source"] = segment.render_text()
        return value

    def publish(self, value: Any, renderer: Any) -> dict[str, Any]:
        table = value["table"]
        return {
            "caption": table.caption or "",
            "columns": [
                {"heading": column["heading"], "kind": column["block"].name}
                for column in table.columns
            ],
            "rows": [[cell_text(v) for v in row["values"]] for row in table.row_data],
            "source": value["source"] or "",
        }


def words_of(table: Any) -> Iterator[str]:
    """Yield the caption, the headings and the texts of the cells, without numbers."""
    yield table.caption or ""
    for column in table.columns:
        yield column["heading"]
    for row in table.row_data:
        yield from (value for value in row["values"] if isinstance(value, str))


def put_words(table: Any, words: Iterator[str]) -> None:
    """Replace what `words_of` yields; what is empty has no word to come."""
    table.caption = next(words) if table.caption else ""
    for column in table.columns:
        column["heading"] = next(words) if column["heading"] else ""
    for row in table.row_data:
        row["values"] = [
            next(words) if value and isinstance(value, str) else value
            for value in row["values"]
        ]


def cell_text(value: Any) -> str:
    if isinstance(value, Decimal):
        return number_format(value, use_l10n=True, force_grouping=True)
    return "" if value is None else str(value)


class StatisticBlock(blocks.StructBlock):
    """A figure within a text, or the reason why there is none."""

    label = blocks.CharBlock(
        max_length=160,
        help_text="What the number is, for example “Children served in summer, K-3”.",
    )
    measure = SnippetChooserBlock(
        "cms.Measure",
        help_text="What is counted, with its definition and unit. Measures are made "
        "under Snippets.",
    )
    group = blocks.CharBlock(
        max_length=80,
        required=False,
        help_text="The age or grade band, for example “Grades K-3”. Empty means all.",
    )
    value = blocks.DecimalBlock(
        required=False,
        help_text="The number. Leave empty where there is none, and say why below.",
    )
    status = blocks.ChoiceBlock(
        choices=StatisticStatus.choices,
        default=StatisticStatus.REPORTED,
        help_text="Readers see the status in place of a number that is not there.",
    )
    reason = blocks.CharBlock(
        max_length=300,
        required=False,
        help_text="Why there is no number, for example “The state did not report it.”",
    )
    source = SnippetChooserBlock(
        "cms.Source",
        help_text="Who published the figure, for example “Ed Data Express”.",
    )
    period_start = blocks.DateBlock(
        required=False,
        label="From",
        help_text="The first day that the figure covers, for example 2014-09-01.",
    )
    period_end = blocks.DateBlock(
        required=False,
        label="Until",
        help_text="The last day that the figure covers, for example 2015-08-31.",
    )
    retrieved_on = blocks.DateBlock(
        required=False, help_text="The day the figure was looked up."
    )
    footnote = blocks.CharBlock(
        max_length=300,
        required=False,
        help_text="What a careful reader must know, for example “Children who moved "
        "between states are counted once.”",
    )

    class Meta:
        icon = "order"
        template = "cms/blocks/statistic.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        errors = statistic_errors(
            cleaned["value"], cleaned["status"], cleaned["reason"] or ""
        )
        start, end = cleaned["period_start"], cleaned["period_end"]
        if start and end and end < start:
            errors["period_end"] = (
                "The last day of the period cannot be before its first day."
            )
        if errors:
            raise blocks.StructBlockValidationError(
                block_errors={n: ValidationError(m) for n, m in errors.items()}
            )
        return cleaned

    def publish(self, value: Any, renderer: Any) -> dict[str, Any] | None:
        if value["measure"] is None or value["source"] is None:
            return None  # A draft may say them later.
        start, end = value["period_start"], value["period_end"]
        return {
            **{n: value[n] or "" for n in ("label", "group", "reason", "footnote")},
            **{n: value[n] for n in ("value", "status", "retrieved_on")},
            "measure": value["measure"],
            "source": value["source"],
            "display": display_value(value["value"], value["status"]),
            "status_label": str(StatisticStatus(value["status"]).label),
            "period": {"start": start, "end": end, "label": years(start, end)},
        }


def years(start: date | None, end: date | None) -> str:
    """Return the years of a period as people write them: 2014-15, or 2014."""
    if start and end and start.year != end.year:
        return f"{start.year}-{end.year % 100:02}"
    known = start or end
    return str(known.year) if known else ""
