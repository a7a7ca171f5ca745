"""The form in which every page is edited."""

from wagtail.admin.forms import WagtailAdminPageForm


class BasePageForm(WagtailAdminPageForm):
    """The editor's form: a draft may be incomplete, a publication may not."""

    def _post_clean(self) -> None:
        self.instance.must_be_complete = not self.is_deferred_validation
        super()._post_clean()
