"""Wagtail: models, editor, uploads, and nothing fetched from elsewhere."""

from settings.base import LANGUAGES
from settings.environment import environment

WAGTAIL_SITE_NAME = "RESULTS"
WAGTAILADMIN_BASE_URL = environment.text(
    "RESULTS_ADMIN_BASE_URL", "http://localhost:8000"
)

WAGTAILDOCS_DOCUMENT_MODEL = "documents.CustomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "documents.forms.DocumentForm"
WAGTAILIMAGES_IMAGE_MODEL = "cms.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.forms.ImageForm"

WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
# A page that is sent to translators begins as a draft: its words are English still.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# The translators' editor asks in JSON; pages that explain an answer need more apps.
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# A view of ours stands before every file, so that who may see it is always asked.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000

WAGTAILEMBEDS_RESPONSIVE_HTML = True

# The admin calls no third party: no release check, no banner, no gravatars.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

# The log makes them, in the transaction of the move, and of public addresses alone:
# cms/publishing/redirects.py.
WAGTAILREDIRECTS_AUTO_CREATE = False
