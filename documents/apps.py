from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents; tells the publication log of topics, which are saved by themselves."""

    name = "documents"

    def ready(self) -> None:
        from . import checks as checks
        from . import signal_handlers

        signal_handlers.connect()
