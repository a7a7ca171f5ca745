"""The publication log: what is public, as it was rendered when it became so."""

from datetime import UTC, datetime
from typing import Any, Self

from django.db import models
from django.utils import timezone


class Resource(models.TextChoices):
    """The kinds of things that are published, as the API names them; label: one."""

    PAGES = "pages", "page"
    DOCUMENTS = "documents", "document"
    IMAGES = "images", "image"
    TOPICS = "topics", "topic"
    PROGRAMMES = "programmes", "programme"
    MEASURES = "measures", "measure"
    SOURCES = "sources", "source"
    SERIES = "series", "series"
    OFFICES = "offices", "office"
    TERMS = "terms", "term"
    REDIRECTS = "redirects", "redirect"
    SITE = "site", "site"


# Public only while something else that is public shows them.
SNIPPETS = (
    *(Resource.TOPICS, Resource.PROGRAMMES, Resource.MEASURES),
    *(Resource.SOURCES, Resource.SERIES, Resource.OFFICES, Resource.TERMS),
)


# Each after what it tells of: documents name the pages that link to them, snippets are
# public by what shows them, and redirects by the pages to which they lead.
ORDER = (
    *(Resource.IMAGES, Resource.PAGES, Resource.DOCUMENTS, *SNIPPETS),
    *(Resource.REDIRECTS, Resource.SITE),
)


class Reason(models.TextChoices):
    """Why something is public no more."""

    UNPUBLISHED = "unpublished"
    DELETED = "deleted"
    RESTRICTED = "restricted"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    UNRELEASED = "unreleased"
    UNUSED = "unused"


# What has no date counts as older than anything: a date that can be compared.
NEVER = datetime(1000, 1, 1, tzinfo=UTC)

# Whose content still exists and is private: where it was says what it is about.
SILENT_REASONS = frozenset({Reason.RESTRICTED, Reason.UNRELEASED, Reason.UNUSED})


class PublicationQuerySet(models.QuerySet["Publication"]):
    def live(self) -> Self:
        return self.filter(live=True)

    def listed(self) -> Self:
        """Those that lists and search show: live, and not withdrawn."""
        return self.filter(live=True, listed=True)

    def of(self, resource: str) -> Self:
        return self.filter(resource=resource)

    def below(self, page_id: int) -> Self:
        """Pages below this one, at any depth."""
        return self.with_facet("ancestor", [page_id])

    def with_facet(self, name: str, values: list[Any]) -> Self:
        """Those that have one of the values under this name."""
        rows = Facet.objects.filter(name=name, value__in=[str(v) for v in values])
        return self.filter(pk__in=rows.values("publication_id"))

    def tagged(self, tags: set[str]) -> Self:
        """Those whose rendering touched one of these things."""
        return self.filter(
            pk__in=Tag.objects.filter(name__in=tags).values("publication_id")
        )

    def matching(self, words: list[str]) -> Self:
        """Those whose text has each of the words, in any case."""
        found = self
        for word in words:
            found = found.filter(search_text__icontains=word)
        return found

    def due(self, now: datetime | None = None) -> Self:
        """Those that must have changed by themselves by now."""
        return self.live().filter(changes_at__lte=now or timezone.now())

    def lists(self) -> Self:
        """Load what a list of cards sends, and no bodies."""
        return self.only(
            *("id", "resource", "object_id", "type", "card", "sequence", "dated_at")
        )


class Publication(models.Model):
    """One public thing, or the tombstone of what was one.

    `card` and `body` are JSON texts that are sent as they are stored. `sequence`
    grows with every change, in the order in which the changes were committed.
    `old_path` is where a thing was before: its last path on a tombstone, and on a live
    row the path from which it has moved. `locale` is empty where a thing is the same in
    all languages. `old_locale` is the language that it had before.
    """

    resource = models.CharField(max_length=20, choices=Resource.choices)
    object_id = models.BigIntegerField()
    sequence = models.BigIntegerField(unique=True)
    recorded_at = models.DateTimeField()
    live = models.BooleanField()
    listed = models.BooleanField()

    type = models.CharField(max_length=100)
    locale = models.CharField(max_length=20)
    site_id = models.IntegerField(null=True)
    parent_id = models.BigIntegerField(null=True)
    path = models.CharField(max_length=2048)
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)

    dated_at = models.DateTimeField(default=NEVER)
    first_published_at = models.DateTimeField(default=NEVER)
    last_published_at = models.DateTimeField(default=NEVER)
    public_updated_at = models.DateTimeField(default=NEVER)
    changes_at = models.DateTimeField(null=True)

    card = models.TextField()
    body = models.TextField()
    etag = models.CharField(max_length=64)
    search_text = models.TextField()
    # Tells one text of a file (`PageText`) from another; empty where there is none.
    text_etag = models.CharField(max_length=64, blank=True)

    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)
    old_path = models.CharField(max_length=2048, blank=True)
    old_locale = models.CharField(max_length=20, blank=True)

    objects = models.Manager.from_queryset(PublicationQuerySet)()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resource", "object_id"], name="publication_object"
            )
        ]
        indexes = [
            models.Index(fields=["resource", "live", "path"], name="publication_path"),
            models.Index(
                fields=["resource", "listed", "object_id"], name="publication_list"
            ),
            models.Index(
                fields=["resource", "listed", "dated_at", "object_id"],
                name="publication_newest",
            ),
            models.Index(
                fields=["resource", "type", "listed", "dated_at", "object_id"],
                name="publication_dated",
            ),
            models.Index(fields=["resource", "sequence"], name="publication_resource"),
            models.Index(fields=["type", "sequence"], name="publication_type"),
            models.Index(fields=["parent_id"], name="publication_parent"),
            models.Index(
                fields=["changes_at"],
                condition=models.Q(live=True, changes_at__isnull=False),
                name="publication_due",
            ),
            models.Index(
                fields=["recorded_at"],
                condition=models.Q(live=False),
                name="publication_tombstone",
            ),
            models.Index(
                fields=["resource", "old_path"],
                condition=~models.Q(old_path=""),
                name="publication_old_path",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resource}/{self.object_id} ({self.sequence})"


class PageText(models.Model):
    """The text of one page, slide or sheet of a public file, in its order from 1."""

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="texts"
    )
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "number"], name="page_text_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.publication}, page {self.number}"


class Facet(models.Model):
    """A value by which publications are filtered, such as a topic or an ancestor."""

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="facets"
    )
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name", "value", "publication"], name="facet_value"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class Tag(models.Model):
    """A thing that a rendering touched: when it changes, the rendering may, too."""

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="tags"
    )
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "publication"], name="tag_name")
        ]

    def __str__(self) -> str:
        return self.name


class Counter(models.Model):
    """The last sequence number; whoever takes the next one holds the row.

    Up to `pruned_through`, tombstones may be missing. `noted` counts what was written
    without a number, for it is shown to nobody yet: when a row changes next, or when a
    draft or a document is due. `recorded_at` is when the last number was taken.
    """

    sequence = models.BigIntegerField(default=0)
    pruned_through = models.BigIntegerField(default=0)
    noted = models.BigIntegerField(default=0)
    recorded_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.sequence)


class Queued(models.Model):
    """A thing whose row is to be written by the worker, oldest entry first.

    `releases` tells that the thing became public by what put it here: documents that
    wait for it are released with it.
    """

    resource = models.CharField(max_length=20, choices=Resource.choices)
    object_id = models.BigIntegerField()
    releases = models.BooleanField(default=False)
    queued_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resource", "object_id"], name="queued_object"
            )
        ]

    def __str__(self) -> str:
        return f"{self.resource}/{self.object_id}"
