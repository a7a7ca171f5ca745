"""Making a change, and looking at all that is told before and after it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.cache import caches
from django.db import transaction
from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect

from cms.publishing import audit
from cms.publishing.models import SILENT_REASONS
from cms.publishing.registry import published_types
from tests.content import at

from .cases import Case
from .observations import (
    LISTS,
    Entry,
    Key,
    Observed,
    address_of,
    answer_of,
    changes,
    fields_that_differ,
    get,
    is_redirect,
    place_of,
)
from .world import NOW, World, make_world

# What stands around the content has the number of the home page.
SITES = {"site": "home", "sitio": "inicio"}
# What is asked for beside the things themselves.
PLACES = (
    *("/api/v2/pages/?limit=100", "/api/v2/pages/?limit=100&fields=*"),
    *("/api/v2/pages/?type=news.WebinarPage&state=upcoming&order=date", "/search/?q=e"),
    *("/api/v2/documents/?limit=100&fields=*", "/api/v2/documents/?search=coming"),
    *("/api/v2/changes/?limit=100", "/api/v2/pages/find/?html_path=/"),
    *("/api/v2/pages/find/?html_path=/vault/", "/api/v2/images/?limit=100"),
    *("/vault/", "/documents/", "/there-is-nothing-here/"),
    *LISTS,
)


def resources() -> dict[type, str]:
    """Return the resource of each model of which the world may have things."""
    found = {published.model: published.resource for published in published_types()}
    return found | {Redirect: "redirects"}


def told(entry: Entry | None) -> Any:
    """Return what readers are told of a row: all but when it is looked at next."""
    if entry is None:
        return None
    fields = {n: v for n, v in entry.fields.items() if n not in ("id", "changes_at")}
    return fields, entry.facets


@contextmanager
def undone() -> Iterator[None]:
    """Take back all that the database is told inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    caches["answers"].clear()


class FollowingTestCase(TestCase):
    """`self.follow(case)` fails where something else follows than what should."""

    world: World

    @classmethod
    def setUpTestData(cls) -> None:
        with at(NOW):
            cls.world = make_world()

    def key(self, name: str) -> Key:
        if name in SITES:
            return "site", self.world.references[SITES[name]][1]
        model, pk = self.world.references[name]
        return resources()[model], pk

    def names(self, keys: Any) -> set[str]:
        """Return what things are called in the world; redirects of moves, by path."""
        moves = Redirect.objects.values_list("pk", "old_path")
        known = {("redirects", pk): path for pk, path in moves}
        published = resources()
        known |= {
            (published[model], pk): name
            for name, (model, pk) in self.world.references.items()
            if model in published
        }
        known |= {self.key(name): name for name in SITES}
        return {known.get(key, f"{key[0]}/{key[1]}") for key in keys}

    def follow(self, case: Case) -> None:
        with at(NOW):
            if case.before:
                self.make(case.before)
            before = Observed()
        with at(case.at):
            self.make(case.change)
            if case.is_by_the_clock:
                self.see_that_no_reader_is_late(case, before)
            after = Observed()
            self.see_rows(case, before, after)
            self.see_answers(before, after)
            self.see_lists(before, after)
            self.see_changes(before, after)
            self.see_pages(case, before, after)
            assert list(audit.check()) == []

    def make(self, change: Callable[[World], Any]) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            change(self.world)

    def moved(self, before: Observed, after: Observed) -> list[Key]:
        """Return the things of which something else is told, in the order of it."""
        keys = before.log.keys() | after.log.keys()
        found = [k for k in keys if told(before.log.get(k)) != told(after.log.get(k))]
        return sorted(found, key=lambda key: after.log[key].sequence)

    def see_rows(self, case: Case, before: Observed, after: Observed) -> None:
        """These rows are new, under new numbers, and no others."""
        moved, rows = self.moved(before, after), after.log
        gone = {key: rows[key].fields["reason"] for key in moved if not rows[key].live}
        assert self.names(set(moved) - gone.keys()) == case.rows
        assert {n: r for key, r in gone.items() for n in self.names([key])} == case.gone
        last = max(entry.sequence for entry in before.log.values())
        assert all(rows[key].sequence > last for key in moved)
        shown: set[str] = set()
        for key in moved:
            shown |= fields_that_differ(before.log.get(key), rows[key])
        assert case.shows - shown == set()

    def see_answers(self, before: Observed, after: Observed) -> None:
        """Each validator of before is good for what is the same, and for no other."""
        moved = set(self.moved(before, after))
        for key, etag in before.etags.items():
            entry = before.log[key]
            answer = get(address_of(key, entry), **{"If-None-Match": etag})
            if key not in moved:
                assert answer.status_code == 304, self.names([key])
            elif after.log[key].live:
                new = after.log[key]
                assert answer.status_code == 200, self.names([key])
                assert answer.headers["ETag"] == f'"{new.fields["etag"]}"' != etag
                assert answer.headers["Content-Version"] == str(new.sequence)
                assert answer.content.decode() == new.fields["body"]
                assert new.fields["body"] != entry.fields["body"]
            else:
                assert answer.status_code in (404, 410), self.names([key])

    def see_lists(self, before: Observed, after: Observed) -> None:
        """Their validators of before are good where nothing of their kind changed."""
        moved = {resource for resource, _pk in self.moved(before, after)}
        for path, resource in LISTS.items():
            _status, _content, etag = before.lists[path]
            answer = get(path, **{"If-None-Match": str(etag)})
            if resource not in moved:
                assert answer.status_code == 304, path
                assert after.lists[path] == before.lists[path], path
            else:
                assert answer.status_code == 200, path
                assert answer.headers["ETag"] != etag, path
                assert after.lists[path][1] == answer.content, path

    def see_changes(self, before: Observed, after: Observed) -> None:
        """Who followed until now is told of each of them once, and nothing else."""
        entries, _ = changes(before.cursor)
        expected = self.moved(before, after)
        assert [(e["resource"], e["id"]) for e in entries] == expected
        for key, entry in zip(expected, entries, strict=True):
            row = after.log[key]
            assert entry["sequence"] == row.sequence
            assert entry["live"] == row.live
            if row.live:
                assert entry["item"] == row.body
            else:
                silent = row.fields["reason"] in SILENT_REASONS
                assert entry["path"] == (
                    None if silent else row.fields["old_path"] or None
                )

    def see_pages(self, case: Case, before: Observed, after: Observed) -> None:
        """The pages of these things look otherwise, those around which a site does
        that changed as well, and no others."""
        keys = before.html.keys() | after.html.keys()
        moved = {k for k in keys if before.html.get(k) != after.html.get(k)}
        expected = {key for key in self.moved(before, after) if key in keys}
        for name in SITES.keys() & (case.rows | case.gone.keys()):
            row = before.log[self.key(name)]
            expected |= {
                k
                for k in keys
                if locale_of(k, before, after) == row.fields["locale"]
                and not is_redirect(k)
            }
        assert self.names(moved) == (self.names(expected) | case.html) - case.same

    def see_that_no_reader_is_late(self, case: Case, before: Observed) -> None:
        """Whatever is asked first after the moment has come is answered as later on.

        Each first request comes to a log to which nobody has come since.
        """
        keys = {self.key(name) for name in (*case.rows, *case.gone, "site", "about")}
        rows = {key: before.log[key] for key in keys & before.log.keys()}
        paths = {*PLACES, *(address_of(key, row) for key, row in rows.items())}
        paths |= {place_of(before.log[key]) for key in keys & before.html.keys()}
        first = {}
        for path in sorted(paths):
            with undone():
                first[path] = answer_of(path)
        late = {path for path in first if first[path] != answer_of(path)}
        assert late == set()


def locale_of(key: Key, before: Observed, after: Observed) -> str:
    """Return the language of what stands around a page."""
    row = before.log.get(key) or after.log[key]
    # Documents have a page in the site's own language.
    return "en" if key[0] == "documents" else str(row.fields["locale"])
