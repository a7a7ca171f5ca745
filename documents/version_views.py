"""What the admin does with one version of a document."""

from typing import Any

from django import forms
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from .models import CustomDocument, DocumentVersion
from .permissions import may_release

WITHDRAW = "documents.withdraw_version"


class WithdrawalForm(forms.Form):
    explanation = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=(
            "Whoever follows a link to this version reads it, for example “Question 4 "
            "named a wrong date. The next version corrects it.”"
        ),
    )


class WithdrawView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """Asks why an earlier version is withdrawn, and withdraws it."""

    page_title = "Withdraw a version"
    header_icon = "doc-full-inverse"
    template_name = "documents/admin/withdraw_version.html"
    form_class = WithdrawalForm

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        versions = DocumentVersion.objects.select_related("document__collection")
        self.version = get_object_or_404(
            versions, document=kwargs["document_id"], number=kwargs["number"]
        )
        policy = policy_registry.get_by_type(CustomDocument)
        may_change = policy.user_has_permission_for_instance(
            request.user, "change", self.version.document
        )
        if not may_change or not may_release(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, str]:
        return {"explanation": self.version.withdrawal_explanation}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.version.withdraw(form.cleaned_data["explanation"])
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        document, number = self.version.document, self.version.number
        log(document, WITHDRAW, user=self.request.user, data={"number": number})
        messages.success(
            self.request,
            f"Version {number} of “{document}” is withdrawn: its address gives your "
            "explanation.",
        )
        return redirect(self.edit_url)

    @property
    def edit_url(self) -> str:
        return reverse("wagtaildocs:edit", args=[quote(self.version.document_id)])

    def get_page_subtitle(self) -> str:
        return str(self.version)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Return none: the heading says what is asked, as when deleting."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs, version=self.version, edit_url=self.edit_url
        )
