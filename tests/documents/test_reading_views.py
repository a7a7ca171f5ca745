"""What the admin shows of the reading of a file."""

from django.urls import reverse

from documents.models import Reading
from tests.factories import DocumentFactory

from . import files
from .cases import AdminTestCase
from .inspection import hostile, samples
from .inspection.samples import DEMO_FILES, QAS


class RecordTests(AdminTestCase):
    def uploaded(self, data: bytes, name: str = "a.pdf"):
        with self.captureOnCommitCallbacks(execute=True):
            return DocumentFactory(file=files.named(name, data))

    def record_of(self, document):
        return self.client.get(reverse("wagtaildocs:edit", args=[document.pk]))

    def test_says_that_a_file_is_being_read(self):
        document = DocumentFactory(file=files.named("a.pdf", samples.pdf("Words")))

        self.assertContains(self.record_of(document), "Being read…")

    def test_shows_what_was_found(self):
        document = self.uploaded((DEMO_FILES / QAS).read_bytes())

        shown = self.record_of(document)

        self.assertContains(shown, "3\N{NO-BREAK SPACE}pages")
        self.assertContains(shown, "en-US")
        self.assertContains(shown, "No barriers found")

    def test_says_what_is_missing_for_accessibility(self):
        shown = self.record_of(self.uploaded(samples.pdf("Words", title="Words")))

        self.assertContains(shown, "Partly accessible")
        self.assertContains(shown, "It is not tagged")
        self.assertNotContains(shown, "It has no title")

    def test_says_why_a_file_was_refused(self):
        shown = self.record_of(self.uploaded(hostile.polyglot()))

        self.assertContains(shown, "Not readable")
        self.assertContains(shown, "a PDF and an archive at the same time")

    def test_shows_no_markup_of_a_file(self):
        title = "<script>alert(1)</script>"

        shown = self.record_of(self.uploaded(samples.docx("x", title=title), "a.docx"))

        self.assertContains(shown, "&lt;script&gt;alert(1)")
        self.assertNotContains(shown, title)

    def test_an_upload_in_the_editor_is_read(self):
        file = files.upload("a.docx", samples.docx("Words"))

        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(reverse("wagtaildocs:add"), self.record(file=file))

        shown = self.client.get(reverse("wagtaildocs:index"))
        document = shown.context["object_list"][0]
        assert document.versions.get().texts.get().text == "Words"


class ReadAgainTests(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(file=files.named("a.pdf", samples.pdf("Words")))
        self.document.versions.update(
            reading=Reading.FAILED, reading_note="It did not answer."
        )
        self.url = reverse("document_read_again", args=[self.document.pk])
        self.edit_url = reverse("wagtaildocs:edit", args=[self.document.pk])

    def test_the_button_has_the_file_read(self):
        page = self.client.get(self.edit_url)
        self.assertContains(page, f'action="{self.url}"')
        self.assertContains(page, 'form="document-read-again"')

        with self.captureOnCommitCallbacks(execute=True):
            answer = self.client.post(self.url, follow=True)

        self.assertContains(answer, "is being read again")
        version = self.document.versions.get()
        assert (version.reading, version.reading_note) == (Reading.READ, "")

    def test_asking_for_the_address_changes_nothing(self):
        assert self.client.get(self.url).status_code == 405

        assert self.document.versions.get().reading == Reading.FAILED

    def test_who_may_not_change_it_may_not_have_it_read(self):
        self.editor.groups.clear()
        self.client.force_login(self.editor)

        with self.captureOnCommitCallbacks() as calls:
            answer = self.client.post(self.url)

        assert answer.status_code in {302, 403}
        assert calls == []
        assert self.document.versions.get().reading == Reading.FAILED
