"""Documents that readers could not tell apart by their summaries."""

from django.urls import reverse

from tests.factories import DocumentFactory

from .cases import AdminTestCase

TOLD = "has the same summary as “First”"


class SameSummaryTests(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.first = DocumentFactory(title="First", summary="Answers to questions.")
        self.second = DocumentFactory(title="Second", summary="Another.")

    def save(self, summary: str, **values):
        url = reverse("wagtaildocs:edit", args=[self.second.pk])
        record = self.record(title="Second", summary=summary, **values)
        return self.client.post(url, record, follow=True)

    def test_is_told_when_it_is_saved(self):
        self.assertContains(self.save("Answers to questions."), TOLD)

    def test_is_not_told_again_when_something_else_is_saved(self):
        self.save("Answers to questions.")

        response = self.save("Answers to questions.", issue="v.2")

        self.assertNotContains(response, TOLD)

    def test_of_its_own_nothing_is_told(self):
        self.assertNotContains(self.save("Something else."), "same summary")

    def test_no_summary_is_like_no_other(self):
        self.first.summary = ""
        self.first.save()

        self.assertNotContains(self.save(""), "same summary")
