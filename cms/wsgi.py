"""The WSGI entry point of a production server, `gunicorn cms.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.production")

django_application = get_wsgi_application()

# Reads models, for which Django must have been set up.
from cms.response_cache import ResponseCache  # noqa: E402

application = ResponseCache(django_application)
