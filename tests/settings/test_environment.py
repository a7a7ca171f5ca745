"""The environment, read: what is taken, and what stops the start by name."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from settings.environment import Environment


class EnvironmentTests:
    def test_says_all_that_is_wrong_at_once(self):
        environment = Environment({"PORT": "many", "QUIET": "perhaps"})
        environment.required("HOSTS", "example.org")
        environment.number("PORT", 25)
        environment.flag("QUIET")

        with pytest.raises(ImproperlyConfigured) as raised:
            environment.stop_if_wrong()

        message = str(raised.value)
        assert "HOSTS: is missing, for example example.org" in message
        assert "PORT: is 'many', but must be a whole number" in message
        assert "QUIET: is 'perhaps', but must be 1 or 0" in message

    def test_says_nothing_when_all_is_well(self):
        environment = Environment({"HOSTS": "a.example.org"})
        environment.required("HOSTS", "example.org")

        environment.stop_if_wrong()

    def test_an_empty_variable_is_a_missing_one(self):
        environment = Environment({"HOSTS": "  "})

        environment.required("HOSTS", "example.org")

        assert environment.problems == ["HOSTS: is missing, for example example.org"]

    def test_words_are_parted_by_commas(self):
        environment = Environment({"HOSTS": "a.example.org, b.example.org,"})

        assert environment.words("HOSTS") == ["a.example.org", "b.example.org"]

    @pytest.mark.parametrize(("word", "value"), [("1", True), ("No", False)])
    def test_a_flag_is_a_word_for_yes_or_no(self, word, value):
        assert Environment({"QUIET": word}).flag("QUIET") is value

    def test_a_wrong_database_url_is_named_without_its_password(self):
        environment = Environment({"DATABASE_URL": "mysql://me:hunter2@host/name"})

        environment.database("DATABASE_URL", default="sqlite:///site.sqlite3")

        [problem] = environment.problems
        assert problem.startswith("DATABASE_URL: has the unknown scheme 'mysql'")
        assert "hunter2" not in problem
