"""Two editors who have two documents replace each other at the same moment."""

import threading

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.urls import reverse

from documents.models import CustomDocument
from tests.factories import DocumentFactory

from .cases import record


class Editor(threading.Thread):
    """Says in the admin that one document is replaced by another."""

    def __init__(self, start: threading.Barrier, replaced: int, by: int) -> None:
        super().__init__()
        self.begin, self.replaced, self.by = start, replaced, by
        self.status: int | None = None

    def run(self) -> None:
        client = Client()
        try:
            client.force_login(get_user_model().objects.get())
            url = reverse("wagtaildocs:edit", args=[self.replaced])
            self.begin.wait(timeout=30)
            self.status = client.post(url, record(replaced_by=self.by)).status_code
        finally:
            connection.close()


@pytest.mark.django_db(transaction=True)
def test_of_two_that_would_close_a_circle_one_is_refused():
    get_user_model().objects.create_superuser("admin", password="password")
    first, second = DocumentFactory(), DocumentFactory()
    start = threading.Barrier(2)
    editors = [
        Editor(start, first.pk, second.pk),
        Editor(start, second.pk, first.pk),
    ]

    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join(timeout=60)

    # Sent on where it was saved, shown the form again where it was refused.
    assert sorted(editor.status for editor in editors) == [200, 302]
    replaced = CustomDocument.objects.exclude(replaced_by=None)
    assert replaced.count() == 1
