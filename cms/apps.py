from django.apps import AppConfig


class CmsConfig(AppConfig):
    """The core, which knows no content type."""

    name = "cms"
    verbose_name = "content management"

    def ready(self) -> None:
        # Registers the checks.
        from . import checks as checks
        from .storages import checks as storage_checks  # noqa: F401
