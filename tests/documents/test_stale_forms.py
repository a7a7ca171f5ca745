"""Two editors who have the same document open."""

from typing import Any

from django.urls import reverse

from cms.stale_forms import SEEN
from documents.models import CustomDocument
from tests.factories import PDF, DocumentFactory, TopicFactory

from . import files
from .cases import AdminTestCase

REFUSED = "Somebody else changed this record while you had it open"


class StaleFormTests(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(title="Sample", summary="A sample.")
        self.url = reverse("wagtaildocs:edit", args=[self.document.pk])
        self.seen = self.seen_in(self.client.get(self.url))

    def seen_in(self, response: Any) -> str:
        return response.context["form"][SEEN].value()

    def send(self, **values: Any):
        given = {"title": "Renamed", "summary": "A sample.", SEEN: self.seen, **values}
        return self.client.post(self.url, self.record(**given))

    def withdraw(self) -> None:
        document = CustomDocument.objects.get(pk=self.document.pk)
        document.status, document.status_explanation = "withdrawn", "Outdated form."
        document.save()

    def stored(self) -> CustomDocument:
        return CustomDocument.objects.get(pk=self.document.pk)

    def test_one_alone_saves_at_once(self):
        self.assertRedirects(self.send(), reverse("wagtaildocs:index"))
        assert self.stored().title == "Renamed"

    def test_the_later_one_does_not_take_a_withdrawal_back_unawares(self):
        self.withdraw()

        response = self.send()

        self.assertContains(response, f"{REFUSED}: “Status”, “Explanation of the")
        assert self.stored().title == "Sample"
        assert self.stored().is_withdrawn

    def test_who_sends_it_again_means_it(self):
        self.withdraw()
        self.seen = self.seen_in(self.send())

        self.assertRedirects(self.send(), reverse("wagtaildocs:index"))
        assert not self.stored().is_withdrawn

    def test_a_new_file_does_not_go_over_the_change_of_another(self):
        self.withdraw()

        response = self.send(
            file=files.upload("New.pdf", PDF + b"% new\n"),
            change_note="Corrects page 3.",
            change_kind="correction",
        )

        self.assertContains(response, REFUSED)
        assert self.stored().is_withdrawn
        assert self.stored().version_number == 1

    def test_another_file_and_other_topics_are_noticed(self):
        self.document.topics.add(TopicFactory())
        self.document.replace_file(files.named("Second.pdf", PDF + b"%"), "Corrects.")

        self.assertContains(self.send(), f"{REFUSED}: “File”, “Topics”")

    def test_a_form_that_does_not_say_what_it_saw_is_saved(self):
        self.withdraw()

        for nothing in ("", "[]", "{", '{"no": 1}'):
            self.seen = nothing
            self.assertRedirects(self.send(), reverse("wagtaildocs:index"))
