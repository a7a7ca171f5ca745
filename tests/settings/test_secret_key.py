"""Secret keys: the weak are refused, development's is made once."""

import pytest

from settings.secret_key import (
    kept_secret_key,
    new_secret_key,
    weakness_of_secret_key,
)


class WeaknessTests:
    def test_new_keys_are_strong(self):
        assert [weakness_of_secret_key(new_secret_key()) for _ in range(200)] == (
            [None] * 200
        )

    @pytest.mark.parametrize(
        ("key", "weakness"),
        [
            ("django-insecure-" + new_secret_key(), "development key"),
            (new_secret_key()[:40], "40 characters"),
            ("changeme" * 8, "repeats itself"),
            ("a" * 64, "repeats itself"),
            ("0123456789" * 6, "repeats itself"),
        ],
        ids=["development", "short", "word", "letter", "digits"],
    )
    def test_the_weak_are_told(self, key, weakness):
        assert weakness in weakness_of_secret_key(key)


class KeptKeyTests:
    def test_is_made_once_and_private(self, tmp_path):
        file = tmp_path / "var" / "secret_key"

        first, second = kept_secret_key(file), kept_secret_key(file)

        assert first == second
        assert weakness_of_secret_key(first) is None
        assert file.stat().st_mode & 0o077 == 0

    def test_leaves_nothing_else_behind(self, tmp_path):
        kept_secret_key(tmp_path / "secret_key")

        assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]
