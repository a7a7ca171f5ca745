"""A public server: refuses to start on anything missing, weak or open."""

from settings.api import *
from settings.base import *
from settings.base import CACHES, INSTALLED_APPS
from settings.documents import *
from settings.environment import environment
from settings.search import *
from settings.security import *
from settings.storages import *
from settings.storages import STORAGES
from settings.wagtail import *

DEBUG = False
if environment.flag("RESULTS_DEBUG"):
    environment.refuse("RESULTS_DEBUG", "must not be set: it shows code to visitors")

SECRET_KEY = environment.secret_key("RESULTS_SECRET_KEY")

environment.required("RESULTS_ALLOWED_HOSTS", "results.example.org")
ALLOWED_HOSTS = environment.words("RESULTS_ALLOWED_HOSTS")
if "*" in ALLOWED_HOSTS:
    environment.refuse("RESULTS_ALLOWED_HOSTS", "must name the hosts, not be *")

WAGTAILADMIN_BASE_URL = environment.required(
    "RESULTS_ADMIN_BASE_URL", "https://results.example.org"
)
if WAGTAILADMIN_BASE_URL and not WAGTAILADMIN_BASE_URL.startswith("https://"):
    environment.refuse("RESULTS_ADMIN_BASE_URL", "must begin with https://")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS]

database_url = environment.required(
    "DATABASE_URL", "postgres://results:secret@127.0.0.1/results"
)
allow_sqlite = environment.flag("RESULTS_ALLOW_SQLITE")
if database_url.startswith("sqlite") and not allow_sqlite:
    environment.refuse(
        "DATABASE_URL",
        "is SQLite, which one server alone can use: RESULTS_ALLOW_SQLITE=1 permits it",
    )

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = environment.number("RESULTS_HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.flag("RESULTS_HSTS_SUBDOMAINS")
SECURE_HSTS_PRELOAD = environment.flag("RESULTS_HSTS_PRELOAD")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Only for a server that cannot be reached but through a proxy which sets the
# header itself: a visitor could send it too.
if environment.flag("RESULTS_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

STORAGES["staticfiles"] = {
    "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage",
}

INSTALLED_APPS = [*INSTALLED_APPS, "django_tasks_db"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

if S3_REDIRECTS and S3_ENDPOINT_URL.startswith("http://"):
    environment.refuse(
        "RESULTS_S3_ENDPOINT_URL",
        "must begin with https://, because visitors are sent there: "
        "RESULTS_S3_REDIRECTS=0 sends files through this server",
    )

# Wagtail keeps named tuples and model instances in this cache, which Django pickles
# and JSON could not hold: whoever can write to the Redis server can run code here.
REDIS_URL = environment.text("RESULTS_REDIS_URL")
if REDIS_URL:
    CACHES["default"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
    }

EMAIL_HOST = environment.text("RESULTS_SMTP_HOST", "localhost")
EMAIL_PORT = environment.number("RESULTS_SMTP_PORT", 25)
EMAIL_HOST_USER = environment.text("RESULTS_SMTP_USER")
EMAIL_HOST_PASSWORD = environment.text("RESULTS_SMTP_PASSWORD")
EMAIL_USE_TLS = environment.flag("RESULTS_SMTP_TLS")
DEFAULT_FROM_EMAIL = environment.text("RESULTS_FROM_EMAIL", "webmaster@localhost")

environment.stop_if_wrong()
