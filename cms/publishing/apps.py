from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The publication log; connects what changes content to it."""

    name = "cms.publishing"
    label = "publishing"
    verbose_name = "publication log"

    def ready(self) -> None:
        from . import signal_handlers, statements

        signal_handlers.connect()
        statements.connect()
