"""What is set for many documents together, and how each of them takes it."""

from dataclasses import dataclass, field
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator

from cms.models import DocumentSeries, Topic

from .choices import DocumentStatus, DocumentType
from .models import CustomDocument

KEEP = ("", "Leave as it is")


class BulkEditForm(forms.Form):
    """Asks for what is to be the same; what is left alone stays as it is."""

    document_type = forms.ChoiceField(
        label="Type", choices=[KEEP, *DocumentType.choices], required=False
    )
    series = forms.ModelChoiceField(
        queryset=DocumentSeries.objects.all(),
        empty_label=KEEP[1],
        required=False,
        help_text=(
            "The place in the series is left empty: it is different for each document."
        ),
    )
    leave_series = forms.BooleanField(
        label="Take them out of their series", required=False
    )
    fiscal_year = forms.IntegerField(
        required=False,
        validators=[MinValueValidator(1965), MaxValueValidator(2100)],
        help_text="Four digits, for example “2017”. Empty leaves it as it is.",
    )
    add_topics = forms.ModelMultipleChoiceField(
        queryset=Topic.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    remove_topics = forms.ModelMultipleChoiceField(
        queryset=Topic.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    status = forms.ChoiceField(choices=[KEEP, *DocumentStatus.choices], required=False)
    status_explanation = forms.CharField(
        label="Explanation of the status",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=(
            "Readers see it on the page of each document, for example “Under review "
            "because the law has changed.” Withdrawn documents need it."
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.values()):
            raise ValidationError("Choose at least one thing to change.")
        if cleaned.get("series") and cleaned.get("leave_series"):
            self.add_error(
                "leave_series", "Choose a series, or take them out of theirs: not both."
            )
        self.check_topics(cleaned)
        self.check_status(cleaned)
        return cleaned

    def check_topics(self, cleaned: dict[str, Any]) -> None:
        both = set(cleaned.get("add_topics", ())) & set(
            cleaned.get("remove_topics", ())
        )
        if both:
            names = ", ".join(sorted(f"“{topic}”" for topic in both))
            self.add_error(
                "remove_topics", f"Add {names} or remove it: both are chosen."
            )

    def check_status(self, cleaned: dict[str, Any]) -> None:
        explanation = cleaned.get("status_explanation", "").strip()
        if explanation and not cleaned.get("status"):
            self.add_error("status", "Choose the status that you explain below.")
        if cleaned.get("status") == DocumentStatus.WITHDRAWN and not explanation:
            self.add_error(
                "status_explanation",
                "Withdrawn documents need an explanation for their readers.",
            )


@dataclass(frozen=True)
class Changes:
    """What is set for each document; None and empty leave it as it is."""

    values: dict[str, Any] = field(default_factory=dict)
    add_topics: frozenset[Topic] = frozenset()
    remove_topics: frozenset[Topic] = frozenset()

    @classmethod
    def from_form(cls, form: forms.Form) -> Self:
        chosen = form.cleaned_data
        simple = ("document_type", "fiscal_year", "series")
        values = {name: chosen[name] for name in simple if chosen[name]}
        if chosen["leave_series"]:
            values["series"] = None
        if chosen["status"]:
            values["status"] = chosen["status"]
            values["status_explanation"] = chosen["status_explanation"].strip()
        return cls(
            values, frozenset(chosen["add_topics"]), frozenset(chosen["remove_topics"])
        )

    def apply(self, document: CustomDocument) -> None:
        """Change and save a document; raises ValidationError where it cannot be so.

        What the document lacks otherwise is no hindrance: it is not asked for here.
        """
        for name, value in self.values_for(document).items():
            setattr(document, name, value)
        document.clean_fields(exclude=self.names_of_others(document))
        document.clean()
        document.save()
        if self.add_topics:
            document.topics.add(*self.add_topics)
        if self.remove_topics:
            document.topics.remove(*self.remove_topics)

    def values_for(self, document: CustomDocument) -> dict[str, Any]:
        values = dict(self.values)
        if "series" in values and values["series"] != document.series:
            # Its place among others means nothing in another series.
            values["series_position"] = None
        stays = values.get("status") == document.status
        if stays and not values["status_explanation"]:
            del values["status_explanation"]
        return values

    def names_of_others(self, document: CustomDocument) -> set[str]:
        fields = {field.name for field in document._meta.get_fields()}
        return fields - set(self.values)
