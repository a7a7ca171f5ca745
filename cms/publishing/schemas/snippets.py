"""The public shapes of snippets: what other things show of them, and their address."""

from pydantic import Field

from .base import PublicSchema
from .references import (
    MeasureLink,
    OfficeLink,
    ProgrammeLink,
    SeriesLink,
    SourceLink,
    TermLink,
    TopicLink,
)


class SnippetMeta(PublicSchema):
    """Facts about a snippet, in the place where pages have them."""

    type: str = Field(examples=["cms.Topic"])
    detail_url: str


class TopicDetail(TopicLink):
    """A subject that pages and documents are about."""

    meta: SnippetMeta


class ProgrammeDetail(ProgrammeLink):
    """A program that takes part in a story."""

    meta: SnippetMeta


class MeasureDetail(MeasureLink):
    """What a statistic counts, with its definition."""

    meta: SnippetMeta


class SourceDetail(SourceLink):
    """Where figures come from."""

    meta: SnippetMeta


class SeriesDetail(SeriesLink):
    """Documents that appear one after the other under one name."""

    meta: SnippetMeta
    description: str


class OfficeDetail(OfficeLink):
    """An office a reader can turn to."""

    meta: SnippetMeta


class TermMeta(SnippetMeta):
    """Facts about a term, which is of one language."""

    locale: str = Field(examples=["en"])


class TermDetail(TermLink):
    """A word of the trade with its meaning, in one language."""

    meta: TermMeta
