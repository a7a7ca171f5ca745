"""Writing the index from the log: what changed, and all of it."""

from unittest import mock

import pytest

from cms.publishing.models import Counter, Publication
from search.opensearch.following import (
    IndexLostError,
    NotWrittenError,
    action,
    follow,
    read_through,
    rebuild,
    write,
)
from search.opensearch.server import backend
from tests.factories import DocumentFactory, NewsPageFactory, give_text

from .cases import NAME, ServerCase


class FollowingTests(ServerCase):
    def entries(self) -> set[int]:
        """Return the numbers of all entries that a search would find."""
        body = {"query": {"terms": {"resource": ["pages", "documents"]}}, "size": 100}
        read = {
            "read": {"global": {}, "aggs": {"through": {"max": {"field": "number"}}}}
        }
        answer = backend().es.search(
            index=NAME, body={**body, "_source": False, "aggs": read}
        )
        return {int(hit["_id"]) for hit in answer["hits"]["hits"]}

    def rows(self) -> set[int]:
        found = Publication.objects.listed().filter(resource__in=("pages", "documents"))
        return set(found.values_list("pk", flat=True))

    def sequence(self) -> int:
        return Counter.objects.get().sequence

    def test_without_an_index_there_is_nothing_to_follow(self):
        with pytest.raises(IndexLostError):
            follow()

    def test_a_new_index_has_all_and_says_how_far_it_is(self):
        page, other = NewsPageFactory(), NewsPageFactory(live=False)
        give_text(DocumentFactory(), "Sugar beets.")

        written = rebuild()

        assert self.entries() == self.rows()
        assert written == len(self.rows())
        assert read_through(backend()) == self.sequence()
        assert follow() == 0
        assert page.pk != other.pk

    def test_changes_are_written_and_what_left_is_deleted(self):
        rebuild()
        page = NewsPageFactory()
        assert follow() > 0
        assert row_of(page) in self.entries()

        page.unpublish()
        follow()

        assert row_of(page) not in self.entries()
        assert self.entries() == self.rows()
        assert read_through(backend()) == self.sequence()

    def test_what_has_no_row_moves_the_index_on(self):
        rebuild()
        Counter.objects.update(sequence=self.sequence() + 5)

        assert follow() == 0
        assert read_through(backend()) == self.sequence()

    def test_an_index_that_has_missed_tombstones_is_lost(self):
        rebuild()
        sequence = self.sequence()
        Counter.objects.update(sequence=sequence + 9, pruned_through=sequence + 3)

        with pytest.raises(IndexLostError):
            follow()

    def test_an_index_of_a_later_log_is_lost(self):
        """As where an older copy of the database is put back."""
        rebuild()
        Counter.objects.update(sequence=self.sequence() - 1)

        with pytest.raises(IndexLostError):
            follow()

    def test_a_new_index_takes_the_place_of_the_old_one(self):
        NewsPageFactory()
        rebuild()
        (old,) = backend().es.indices.get_alias(name=NAME)

        rebuild()

        (new,) = backend().es.indices.get_alias(name=NAME)
        assert old != new
        assert not backend().es.indices.exists(index=old)
        assert self.entries() == self.rows()

    def test_a_new_index_that_fails_leaves_the_old_one(self):
        NewsPageFactory()
        rebuild()
        (old,) = backend().es.indices.get_alias(name=NAME)

        def stop(done: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            rebuild(stop)

        assert list(backend().es.indices.get_alias(name=NAME)) == [old]
        assert self.entries() == self.rows()

    def test_an_older_row_never_covers_a_newer_one(self):
        page = NewsPageFactory(title="Old")
        old = action(Publication.objects.get(pk=row_of(page)))
        page.title = "New"
        page.save_revision().publish()
        rebuild()

        assert write(backend(), NAME, [old], alias=True) == 0

        found = backend().es.get(index=NAME, id=str(row_of(page)))
        assert found["_source"]["en"]["title"] == "New"

    def test_an_entry_that_is_refused_is_told(self):
        rebuild()
        strange = {"_op_type": "index", "_id": "1", "version": 1, "_source": {"x": 1}}

        with pytest.raises(NotWrittenError):
            write(backend(), NAME, [strange], alias=True)

    def test_no_index_is_made_by_the_way(self):
        strange = {"_op_type": "index", "_id": "1", "version": 1, "_source": {}}

        write(backend(), NAME, [strange], alias=True)

        assert not backend().es.indices.exists(index=NAME)

    def test_many_rows_take_few_queries_each(self):
        for _ in range(3):
            NewsPageFactory()
        rebuild()
        NewsPageFactory()
        with (
            mock.patch("search.opensearch.following.ROWS", 2),
            self.assertNumQueries(3),
        ):
            # The counter, the row, its facets.
            follow()


def row_of(page) -> int:
    return Publication.objects.get(resource="pages", object_id=page.pk).pk
