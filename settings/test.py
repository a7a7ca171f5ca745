"""The test suite: quick hashing, no state left behind, a quiet console."""

from settings.api import *
from settings.base import *
from settings.environment import environment
from settings.security import *
from settings.storages import *
from settings.wagtail import *

DEBUG = False
SECRET_KEY = "used-by-tests-only"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# tests/conftest.py gives each test run directories of its own.
MEMORY_STORAGE = "django.core.files.storage.InMemoryStorage"
STORAGES = {
    "default": {"BACKEND": MEMORY_STORAGE, "OPTIONS": {"base_url": MEDIA_URL}},
    "documents": {"BACKEND": MEMORY_STORAGE, "OPTIONS": {"base_url": None}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
    },
}

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

LOGGING["root"]["level"] = "CRITICAL"
LOGGING["loggers"]["django"]["level"] = "CRITICAL"

environment.stop_if_wrong()
