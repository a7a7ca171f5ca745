"""A command under production's settings: `python -m tests.production check --deploy`.

The environment is complete, as .env.example describes it, and names no real server.
"""

import os
import sys

from settings.secret_key import new_secret_key

ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "settings.production",
    "DATABASE_URL": "postgres://results:secret@127.0.0.1/results",
    "RESULTS_SECRET_KEY": new_secret_key(),
    "RESULTS_ALLOWED_HOSTS": "results.example.org",
    "RESULTS_ADMIN_BASE_URL": "https://results.example.org",
    "RESULTS_HSTS_SUBDOMAINS": "1",
    "RESULTS_HSTS_PRELOAD": "1",
}


def main() -> None:
    os.environ.update(ENVIRONMENT)

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
