"""A developer's machine, and `make run`: all state in `var/`, no other service."""

from settings.api import *
from settings.base import *
from settings.base import DEMONSTRATION_SECTIONS
from settings.documents import *
from settings.environment import VAR_DIR, environment
from settings.search import *
from settings.secret_key import kept_secret_key
from settings.security import *
from settings.storages import *
from settings.wagtail import *

VAR_DIR.mkdir(parents=True, exist_ok=True)

# RESULTS_DEBUG=0 shows the site's own 404 and 500 pages.
DEBUG = environment.flag("RESULTS_DEBUG", default=True)
SECRET_KEY = kept_secret_key(VAR_DIR / "secret_key")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
MAIN_SECTIONS = environment.links("RESULTS_MAIN_SECTIONS", DEMONSTRATION_SECTIONS)
INTERNAL_IPS = ["127.0.0.1"]

# Static files come from the source tree, fresh at each request.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

environment.stop_if_wrong()
