"""What every process has in common: applications, middleware, database, time."""

from typing import Any

from settings.environment import VAR_DIR, environment

SQLITE_URL = f"sqlite:///{VAR_DIR / 'db.sqlite3'}"

INSTALLED_APPS = [
    "home",
    "news",
    "documents",
    "search",
    "cms",
    "cms.publishing",
    "wagtail_localize",
    # Wagtail's own list of languages, and what each is kept in step with.
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    # Without "modelsearch" beside it: the two indexes would break each other.
    "wagtail.search",
    "wagtail.contrib.search_promotions",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "csp",
    # Serves the pages of the API's documentation from here, without a CDN.
    "ninja",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

# No anonymous visitor gets a cookie: sessions, messages and CSRF tokens are only
# written by those who sign in or use a form that changes something.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cms.compression.CompressionMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.api.middleware.DirectMiddleware",
    "cms.page_cache.PageCacheMiddleware",
    "cms.content_security.ContentSecurityPolicyMiddleware",
    "cms.unreadable_cookies.UnreadableCookiesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.locale_from_path.LocaleFromPathMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Around what answers with pages, inside what counts and keeps them.
    "cms.external_links.ExternalLinksMiddleware",
    "cms.redirects.PublicRedirectMiddleware",
    "cms.storages.middleware.StoreMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.publishing.content.site_context",
            ],
        },
    },
]

# What a request writes and its row in the publication log are one transaction.
DATABASES = {
    "default": environment.database("DATABASE_URL", default=SQLITE_URL)
    | {"ATOMIC_REQUESTS": True},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What follows from the publication log alone is kept by each process for itself, under
# the state of the log: there is nothing to tell the others, and nothing to remove.
CACHES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "answers": {
        "BACKEND": "cms.kept.KeptInMemory",
        "LOCATION": "answers",
        "TIMEOUT": 3600,
        # In each process of the server. What a page or a list says is counted with it
        # and with each whole response that sends it, and is there once.
        "OPTIONS": {"MAX_BYTES": 128 * 2**20},
    },
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
USE_I18N = True
FORMAT_MODULE_PATH = ["cms.formats"]
USE_TZ = True
TIME_ZONE = environment.text("RESULTS_TIME_ZONE", "America/New_York")

# Wagtail's editor sends a field for each part of each block of a page.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# What error pages offer beside the search: they ask the database for nothing.
MAIN_SECTIONS = environment.links("RESULTS_MAIN_SECTIONS")
DEMONSTRATION_SECTIONS = (
    "Impact=/impact/, Stories=/stories/, News=/news/, Webinars=/webinars/, "
    "Documents=/documents/, Impacto=/es/impacto/, Historias=/es/historias/, "
    "Noticias=/es/noticias/"
)

LOG_LEVEL = environment.text("RESULTS_LOG_LEVEL", "INFO").upper()
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": ["console"], "level": LOG_LEVEL, "propagate": False},
    },
}
