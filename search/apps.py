from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    """The search, which makes its index wherever the log's tables were made."""

    name = "search"

    def ready(self) -> None:
        from cms.word_search import find_by

        from . import by_words, promotions

        promotions.connect()
        find_by(by_words.IndexedWords())
        # Whose tables it reads, and whose triggers write it.
        log = apps.get_app_config("publishing")
        post_migrate.connect(install_index, sender=log)


def install_index(using: str, **kwargs: Any) -> None:
    """Make the index and its triggers, once the tables of the log are there."""
    from .installation import install

    install(using)
