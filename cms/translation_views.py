"""wagtail-localize's ways to publish: with the permission, and what is complete alone.

Its editor publishes after the request's transaction. What is found to be missing only
then would be an error that nobody can answer, so it is looked for before.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import slugify
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.convert import convert_to_alias as localize_convert_to_alias
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from .admin_views import missing_in, refuse

NO_PLACE = (
    "This page stands below “%(title)s”, which is not in %(locale)s yet. Translate "
    "that page first."
)
NOT_A_PUBLISHERS = (
    "You may bring translations up to date, but not publish them: a publisher does."
)


def translation_into(page: Page) -> Translation | None:
    """Return the translation that makes a page, where it is kept in step with one."""
    return Translation.objects.filter(
        source__object_id=page.translation_key,
        target_locale_id=page.locale_id,
        enabled=True,
    ).first()


def translated(translation: Translation) -> Page:
    """Return the page as publishing the translation would make it; nothing is saved."""
    page: Page = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    page.slug = find_available_slug(
        page.get_parent(), slugify(page.slug), ignore_page_id=page.pk
    )
    return page


def refuse_incomplete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep a translation from being published whose page would not be complete."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_into(page)
    missing = missing_in(translated(translation)) if translation else []
    if not missing:
        return None
    refuse(request, page, missing)
    return redirect(request.path)


class SubmitView(SubmitPageTranslationView):
    """Sends a page to translators, if the user may edit it."""

    def get_object(self) -> Page:
        page: Page = super().get_object()
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return page

    def form_valid(self, form: Form) -> HttpResponse:
        """Refuse what has no place yet: aliases would be made, and public at once."""
        parent = self.object.get_parent()
        for locale in form.cleaned_data["locales"]:
            if not parent.is_root() and not parent.has_translation(locale):
                text = NO_PLACE % {"title": parent.title, "locale": locale}
                messages.error(self.request, text)
                return redirect(self.request.get_full_path())
        response: HttpResponse = super().form_valid(form)
        return response


class UpdateView(UpdateTranslationsView):
    """Brings translations up to date with their source, and perhaps publishes them."""

    def get_form(self) -> Form:
        form: Form = super().get_form()
        if not self.may_publish():
            field = form.fields["publish_translations"]
            field.disabled, field.help_text = True, NOT_A_PUBLISHERS
        return form

    def may_publish(self) -> bool:
        """Tell whether the user publishes each of the pages in the other languages."""
        pages = (translation.get_target_instance() for translation in self.enabled())
        return all(
            page.permissions_for_user(self.request.user).can_publish()
            for page in pages
            if isinstance(page, Page)
        )

    def enabled(self) -> Iterator[Translation]:
        found = self.object.translations.filter(enabled=True)
        yield from found.select_related("source", "target_locale")

    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        if form.cleaned_data["publish_translations"]:
            self.object.update_from_db()
            pages = [translated(translation) for translation in self.enabled()]
            missing = {page: missing_in(page) for page in pages}
            for page in filter(missing.get, missing):
                refuse(self.request, page, missing[page])
            form.cleaned_data["publish_translations"] = not any(missing.values())
        response: HttpResponse = super().form_valid(form)
        return response


submit_page = require_admin_access(SubmitView.as_view())
update_translations = require_admin_access(UpdateView.as_view())


@require_admin_access
def convert_to_alias(request: HttpRequest, page_id: int) -> Any:
    """Make a translation an alias, which is public if its source is."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return localize_convert_to_alias(request, page_id)
