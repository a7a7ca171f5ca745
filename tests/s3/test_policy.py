"""The policy in deploy/ allows what the site does with its bucket, and no more."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.urls import reverse

from cms import images
from documents.models import CustomDocument
from settings.environment import BASE_DIR
from settings.storages import S3_FILES
from tests.documents import files
from tests.documents.cases import AdminTestCase, sent_by_us
from tests.factories import ImageFactory

# What Amazon asks a permission for. Without that to list, it says of a file that is
# not there that access is denied.
ACTIONS = {
    "GetObject": {"s3:GetObject"},
    "HeadObject": {"s3:GetObject", "s3:ListBucket"},
    "PutObject": {"s3:PutObject"},
    "DeleteObject": {"s3:DeleteObject"},
    "ListObjectsV2": {"s3:ListBucket"},
}


def statements(name: str) -> list[dict[str, Any]]:
    policy: dict[str, Any] = json.loads((BASE_DIR / "deploy" / name).read_text())
    return list(policy["Statement"])


def words(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


@contextmanager
def calls() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """Note the operations that are asked of the bucket, with their headers."""
    noted: list[tuple[str, dict[str, Any]]] = []

    def note(model: Any, params: dict[str, Any], **kwargs: Any) -> None:
        noted.append((model.name, params))

    events = [storages[alias].client.meta.events for alias in ("default", "documents")]
    for event in events:
        event.register("before-call.s3", note)
    yield noted
    for event in events:
        event.unregister("before-call.s3", note)


@sent_by_us
class PolicyTests(AdminTestCase):
    def everything(self) -> None:
        """Do all that the site does with files."""
        self.client.post(
            reverse("wagtaildocs:add"), self.record(file=files.upload("a.pdf"))
        )
        image = ImageFactory()
        document = CustomDocument.objects.latest("pk")
        self.client.get(document.download_path).getvalue()
        self.client.get(images.sizes_of(image)[0].path).getvalue()
        self.client.get(image.file.url).getvalue()
        document.file.storage.sha256(document.file.name)
        # Other tests of the process have left files without a row.
        with suppress(CommandError):
            call_command("check_files", stdout=StringIO(), min_age=1000)
        with self.captureOnCommitCallbacks(execute=True):
            document.delete()
            image.delete()

    def test_the_site_needs_each_of_its_actions_and_no_other(self):
        with calls() as noted:
            self.everything()

        needed = {action for name, _params in noted for action in ACTIONS[name]}
        allowed = [words(s["Action"]) for s in statements("s3-policy.json")]
        assert needed == {action for actions in allowed for action in actions}

    def test_files_get_no_acl_and_are_not_written_over(self):
        with calls() as noted:
            self.everything()

        puts = [params["headers"] for name, params in noted if name == "PutObject"]
        assert len(puts) >= 3
        for headers in puts:
            assert "x-amz-acl" not in {header.lower() for header in headers}
            assert headers["If-None-Match"] == "*"

    def test_it_covers_the_places_of_the_settings(self):
        places = {f"/{s['OPTIONS']['location']}/*" for s in S3_FILES.values()}
        [files_of] = [s for s in statements("s3-policy.json") if "*" in str(s)]

        resources = words(files_of["Resource"])

        assert {
            r.removeprefix("arn:aws:s3:::results-files") for r in resources
        } == places

    def test_the_bucket_itself_allows_nothing_to_anybody(self):
        assert {s["Effect"] for s in statements("s3-bucket-policy.json")} == {"Deny"}

    def test_no_signed_address_outlives_what_the_bucket_bears(self):
        [age] = [
            s["Condition"]["NumericGreaterThan"]["s3:signatureAge"]
            for s in statements("s3-bucket-policy.json")
            if "NumericGreaterThan" in s["Condition"]
        ]

        seconds = settings.STORAGES["documents"]["OPTIONS"]["querystring_expire"]
        assert seconds * 1000 < int(age)
