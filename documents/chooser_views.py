"""Uploading a document where one is chosen, and choosing one that is there already."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.utils import set_query_params
from wagtail.documents.views.chooser import DocumentChooserUploadView

from .deletion import refusal
from .models import CustomDocument
from .querysets import DocumentQuerySet
from .same_bytes import twins_of


class SameFileForm(forms.Form):
    """Asks which of the documents that have the same file is meant."""

    chosen = forms.ModelChoiceField(
        label="Which document do you want?",
        queryset=CustomDocument.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )

    prefix = "same-file"

    def __init__(self, *args: Any, documents: DocumentQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].queryset = documents  # type: ignore[attr-defined]


class ChooserUploadView(DocumentChooserUploadView):
    """Takes a file, and asks which document is meant where it is there already.

    The upload is a document by then; it is deleted where the other one is chosen.
    """

    def post(self, request: HttpRequest) -> HttpResponse:
        if "uploaded" not in request.GET:
            return super().post(request)
        number = request.GET["uploaded"]
        own = CustomDocument.objects.filter(uploaded_by_user=request.user)
        uploaded = get_object_or_404(own, pk=int(number) if number.isdecimal() else 0)
        form = SameFileForm(request.POST, documents=self.with_same_file(uploaded))
        if not form.is_valid():
            return self.ask(uploaded, form)
        return self.choose(form.cleaned_data["chosen"], instead_of=uploaded)

    def get_chosen_response(self, document: CustomDocument) -> HttpResponse:
        same = self.with_same_file(document)
        if len(same) < 2:
            return super().get_chosen_response(document)
        return self.ask(document, SameFileForm(documents=same))

    def with_same_file(self, document: CustomDocument) -> DocumentQuerySet:
        """Return those with the file of a document that the user may choose, and it."""
        user = self.request.user
        offered = self.permission_policy.instances_user_has_any_permission_for(
            user, ["choose"]
        )
        return offered.filter(
            Q(pk=document.pk) | Q(pk__in=twins_of(document, user).values("pk"))
        ).order_by("title", "pk")

    def choose(
        self, document: CustomDocument, instead_of: CustomDocument
    ) -> HttpResponse:
        """Answer with a document, and delete the upload that has become needless."""
        user = self.request.user
        is_other = document != instead_of
        may_delete = self.permission_policy.user_has_permission_for_instance(
            user, "delete", instead_of
        )
        if is_other and may_delete and not refusal(user, [instead_of]):
            instead_of.delete()
        return super().get_chosen_response(document)

    def ask(self, document: CustomDocument, form: SameFileForm) -> HttpResponse:
        """Answer with the question in the place of the form of the upload."""
        url = set_query_params(self.get_create_url(), {"uploaded": document.pk})
        context = {"form": form, "document": document, "action_url": url}
        fragment = render_to_string(
            "documents/admin/same_file.html", context, self.request
        )
        return render_modal_workflow(
            self.request,
            None,
            None,
            None,
            json_data={"step": "reshow_creation_form", "htmlFragment": fragment},
        )
