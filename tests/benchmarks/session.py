"""Signs an administrator in: `python -m tests.benchmarks.session`.

Writes the headers with which they ask, as JSON, to standard output.
"""

import json

import django


def session() -> dict[str, str]:
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    users = get_user_model().objects
    administrator, _ = users.get_or_create(
        username="benchmark", defaults={"is_superuser": True}
    )
    client = Client()
    client.force_login(administrator)
    name = settings.SESSION_COOKIE_NAME
    return {"Cookie": f"{name}={client.cookies[name].value}"}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(session()))
