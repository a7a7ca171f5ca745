"""The one place that reads the environment.

Every complaint is collected, so that an operator mends all variables at once:
`stop_if_wrong()` raises one ImproperlyConfigured that names each of them.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from settings.database_url import parse_database_url
from settings.secret_key import weakness_of_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"", "0", "false", "no", "off"}


class Environment:
    """Typed reading of variables, with a list of what is missing or wrong."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables = variables
        self.problems: list[str] = []

    def refuse(self, name: str, reason: str) -> None:
        self.problems.append(f"{name}: {reason}")

    def text(self, name: str, default: str = "") -> str:
        return self.variables.get(name, "").strip() or default

    def required(self, name: str, example: str) -> str:
        value = self.text(name)
        if not value:
            self.refuse(name, f"is missing, for example {example}")
        return value

    def words(self, name: str) -> list[str]:
        """The words of a comma-separated list."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def links(self, name: str, default: str = "") -> list[tuple[str, str]]:
        """Names and paths of a list such as `News=/news/, Documents=/documents/`."""
        words = [word.strip() for word in self.text(name, default).split(",")]
        pairs = [tuple(word.partition("=")[::2]) for word in words if word]
        if any(not label or not path.startswith("/") for label, path in pairs):
            self.refuse(name, "must be like News=/news/, Documents=/documents/")
        return [(label.strip(), path.strip()) for label, path in pairs]

    def flag(self, name: str, default: bool = False) -> bool:
        if name not in self.variables:
            return default
        value = self.text(name).lower()
        if value not in TRUE_WORDS | FALSE_WORDS:
            self.refuse(name, f"is {value!r}, but must be 1 or 0")
        return value in TRUE_WORDS

    def number(self, name: str, default: int) -> int:
        value = self.text(name)
        if not value:
            return default
        if not value.isdecimal():
            self.refuse(name, f"is {value!r}, but must be a whole number")
            return default
        return int(value)

    def database(self, name: str, default: str) -> dict[str, Any]:
        """The Django connection that a URL such as postgres://… describes."""
        try:
            return parse_database_url(self.text(name, default))
        except ValueError as error:
            self.refuse(name, str(error))
            return parse_database_url(default)

    def secret_key(self, name: str) -> str:
        value = self.required(name, "the output of: python3 -m settings.secret_key")
        if value and (weakness := weakness_of_secret_key(value)):
            self.refuse(name, weakness)
        return value

    def stop_if_wrong(self) -> None:
        if self.problems:
            lines = "".join(f"\n  - {problem}" for problem in self.problems)
            raise ImproperlyConfigured(
                f"The environment is not complete (see .env.example):{lines}"
            )


environment = Environment(os.environ)

# All that a running site writes: data base, uploads, collected static files.
VAR_DIR = Path(environment.text("RESULTS_VAR_DIR", str(BASE_DIR / "var"))).resolve()
