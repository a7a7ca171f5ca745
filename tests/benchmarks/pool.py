"""Production's settings with psycopg's pool in place of lasting connections."""

from settings.production import *  # noqa: F403
from settings.production import DATABASES

DATABASES["default"] |= {
    "CONN_MAX_AGE": 0,
    "OPTIONS": DATABASES["default"]["OPTIONS"] | {"pool": {"min_size": 2}},
}
