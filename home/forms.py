"""The editor's forms of the home and impact pages."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class ImpactCopyForm(CopyForm):
    """A copy begins as a draft: the program year that it has got is taken."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in ("publish_copies", "alias"):
            if cleaned.get(name):
                self.add_error(
                    name,
                    "Each program year has one page. Copy this one as a draft, and "
                    "enter the other year before you publish it.",
                )
        return cleaned
