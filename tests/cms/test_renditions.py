"""Each size is made once, whoever asks for it at the same time."""

from threading import Barrier, Thread
from unittest import mock

from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client, TestCase, TransactionTestCase

from cms import images, renditions
from cms.models import CustomImage
from tests.factories import ImageFactory

GENERATE = "cms.models.CustomImage.generate_rendition_file"


def stored_sizes() -> list[str]:
    names = [file.name for file in default_storage.files()]
    return [name for name in names if name.startswith("images/")]


class SameSizeTests(TransactionTestCase):
    def test_two_at_once_make_it_once(self):
        size = images.sizes_of(ImageFactory())[0]
        begin, statuses = Barrier(4), []
        before = len(stored_sizes())

        def ask() -> None:
            begin.wait()
            statuses.append(Client().get(size.path).status_code)
            connection.close()

        threads = [Thread(target=ask) for _ in range(4)]
        generate = CustomImage.generate_rendition_file
        with mock.patch(GENERATE, autospec=True, side_effect=generate) as made:
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

        assert statuses == [200] * 4
        assert made.call_count == 1
        assert len(stored_sizes()) == before + 1


class MakingTests(TestCase):
    def setUp(self):
        self.image = ImageFactory()
        self.size = images.sizes_of(self.image)[0]

    def meanwhile(self, happens):
        """Let something happen while the size is being made."""
        generate = CustomImage.generate_rendition_file

        def make(image, recipe):
            file = generate(image, recipe)
            happens()
            return file

        return mock.patch(GENERATE, autospec=True, side_effect=make)

    def test_what_another_process_has_made_meanwhile_is_sent(self):
        def other():
            key = {"filter_spec": self.size.spec, "focal_point_key": ""}
            self.image.renditions.create(file=self.image.file.name, **key)

        with self.meanwhile(other):
            assert self.client.get(self.size.path).status_code == 200

        assert self.image.renditions.count() == 1

    def test_of_a_file_that_was_replaced_meanwhile_nothing_is_kept(self):
        def replace():
            CustomImage.objects.filter(pk=self.image.pk).update(file_hash="other")

        with self.meanwhile(replace):
            assert self.client.get(self.size.path).status_code == 404

        assert not self.image.renditions.exists()

    def test_of_what_was_deleted_meanwhile_nothing_is_kept(self):
        with self.meanwhile(self.image.delete):
            assert self.client.get(self.size.path).status_code == 404

    def test_who_waits_too_long_is_asked_to_come_back(self):
        with (
            mock.patch.object(renditions, "SECONDS_TO_WAIT", 0.01),
            renditions._making,
        ):
            response = self.client.get(self.size.path)

        assert response.status_code == 503
        assert response["Retry-After"] == "5"
        assert self.client.get(self.size.path).status_code == 200

    def test_a_size_that_is_there_is_found_in_one_query(self):
        renditions.rendition_of(self.image, self.size)

        with self.assertNumQueries(1):
            renditions.rendition_of(self.image, self.size)
