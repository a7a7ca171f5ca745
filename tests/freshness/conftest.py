"""Failures in what the tests share show what differs, too."""

import pytest

pytest.register_assert_rewrite("tests.freshness.following")
