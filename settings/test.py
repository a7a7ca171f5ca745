"""The test suite: quick hashing, no state left behind, a quiet console."""

import atexit
import os
import shutil

from settings.api import *
from settings.base import *
from settings.base import DATABASES
from settings.documents import *
from settings.environment import VAR_DIR, environment
from settings.search import *
from settings.security import *
from settings.storages import *
from settings.wagtail import *

DEBUG = False
SECRET_KEY = "used-by-tests-only"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

# Commands with these settings must not touch a developer's database; tests get
# databases of their own (tests/databases.py).
(VAR_DIR / "test").mkdir(parents=True, exist_ok=True)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = str(VAR_DIR / "test" / "empty.sqlite3")

# Each process has files of its own, until it ends; tests/databases.py removes those
# of processes that were killed.
FILES_DIR = VAR_DIR / "test" / f"files_{os.getpid()}"
atexit.register(shutil.rmtree, FILES_DIR, ignore_errors=True)
MEDIA_ROOT = f"{FILES_DIR}/media"
STORAGES = {
    "default": local_storage(MEDIA_ROOT, MEDIA_URL),
    "documents": local_storage(f"{FILES_DIR}/documents", None),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
    },
}
# `python -m tests.s3` names a server of its own; no test touches any other bucket.
if S3_ENDPOINT_URL.startswith("http://127.0.0.1:"):
    STORAGES["default"] = s3_storage(f"{os.getpid()}/media", MEDIA_URL)
    STORAGES["documents"] = s3_storage(f"{os.getpid()}/documents", None)

# Tests of the search server name one of their own, or that of OPENSEARCH_URL.
OPENSEARCH_URL = ""

WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

LOGGING["root"]["level"] = "CRITICAL"
LOGGING["loggers"]["django"]["level"] = "CRITICAL"

environment.stop_if_wrong()
