"""Reading the site takes no transaction, and so no lock."""

from django.db import connection
from django.test import TransactionTestCase
from django.test.utils import CaptureQueriesContext

from tests.factories import DocumentFactory, NewsPageFactory, WebinarPageFactory


class ReadingTests(TransactionTestCase):
    def test_no_address_of_a_visitor_begins_a_transaction(self):
        page = NewsPageFactory()
        document, event = DocumentFactory(), WebinarPageFactory()
        paths = (
            *("/", page.url, "/news/", "/search/?q=news", "/nothing-here/"),
            *(document.path, document.download_path, f"/events/{event.pk}.ics"),
            *("/api/v2/pages/", f"/api/v2/pages/{page.pk}/", "/api/v2/site/"),
        )

        for path in paths:
            assert not self.begins(path), path
        # Where something may be written, one begins: the test could see it.
        assert self.begins("/admin/login/")

    def begins(self, path: str) -> bool:
        with CaptureQueriesContext(connection) as captured:
            self.client.get(path)
        return any(query["sql"].startswith("BEGIN") for query in captured)
