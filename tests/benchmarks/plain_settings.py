"""Production's settings, but for a site of one view and no middleware."""

from settings.production import *  # noqa: F403

MIDDLEWARE: list[str] = []
ROOT_URLCONF = "tests.benchmarks.plain_view"
