"""These tests need a bucket; without one they fail, and say how to get it."""

import pytest
from django.conf import settings


@pytest.fixture(autouse=True)
def bucket() -> None:
    if "Bucket" not in settings.STORAGES["documents"]["BACKEND"]:
        pytest.fail("Run it by: python -m tests.s3 .venv/bin/pytest tests/s3")
