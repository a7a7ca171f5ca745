"""wagtail-localize's ways to publish: with the permission, and what is complete alone.

Its editor publishes after the request's transaction. What is found to be missing only
then would be an error that nobody can answer, so it is looked for before.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import slugify
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.permissions import get_permission_name
from wagtail_localize.models import Translation
from wagtail_localize.views.convert import convert_to_alias as localize_convert_to_alias
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)
from wagtail_localize.views.update_translations import UpdateTranslationsView

from .admin_views import missing_in, refuse

NO_PLACE = (
    "This page stands below “%(title)s”, which is not in %(locale)s yet. Translate "
    "that page first."
)
IS_PUBLIC = (
    "“%(title)s” is public in %(locale)s already, with the words of its source. Only a "
    "publisher puts a translation in its place."
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


def may_publish(user: Any, target: TranslatableMixin) -> bool:
    """Tell whether a user makes changes of a page or snippet public."""
    if isinstance(target, Page):
        return bool(target.permissions_for_user(user).can_publish())
    return bool(user.has_perm(get_permission_name("change", type(target))))


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
                return self.refused(NO_PLACE, parent, locale)
        for alias in self.aliases(form):
            if not alias.permissions_for_user(self.request.user).can_publish():
                return self.refused(IS_PUBLIC, alias, alias.locale)
        response: HttpResponse = super().form_valid(form)
        return response

    def refused(self, text: str, page: Page, locale: Locale) -> HttpResponse:
        words = {"title": page.title, "locale": locale}
        messages.error(self.request, text % words)
        return redirect(self.request.get_full_path())

    def aliases(self, form: Form) -> QuerySet[Page]:
        """Return what translations would take the place of, which is saved at once."""
        pages = Page.objects.filter(pk=self.object.pk)
        if form.cleaned_data["include_subtree"]:
            pages = self.object.get_descendants(inclusive=True)
        aliases = Page.objects.filter(
            translation_key__in=pages.values("translation_key"),
            locale__in=form.cleaned_data["locales"],
            alias_of__isnull=False,
        )
        return aliases.select_related("locale")


class SubmitSnippetView(SubmitSnippetTranslationView):
    """Makes a snippet in another language, which may be public as soon as it is."""

    def get_object(self) -> TranslatableMixin:
        snippet: TranslatableMixin = super().get_object()
        if not self.request.user.has_perm(get_permission_name("add", type(snippet))):
            raise PermissionDenied
        return snippet


class UpdateView(UpdateTranslationsView):
    """Brings translations up to date with their source, and perhaps publishes them."""

    def get_form(self) -> Form:
        form: Form = super().get_form()
        if not self.may_publish():
            field = form.fields["publish_translations"]
            field.disabled, field.help_text = True, NOT_A_PUBLISHERS
        return form

    def may_publish(self) -> bool:
        """Tell whether the user publishes each of the other languages."""
        found = (translation.get_target_instance() for translation in self.enabled())
        return all(may_publish(self.request.user, target) for target in found)

    def enabled(self) -> Iterator[Translation]:
        found = self.object.translations.filter(enabled=True)
        yield from found.select_related("source", "target_locale")

    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        if not self.may_publish():
            return self.bring_up_to_date()
        if form.cleaned_data["publish_translations"]:
            form.cleaned_data["publish_translations"] = self.are_complete()
        response: HttpResponse = super().form_valid(form)
        return response

    def bring_up_to_date(self) -> HttpResponse:
        """Show translators what is new. Who sees the pages stays as it was."""
        self.object.update_from_db()
        messages.success(self.request, self.get_success_message())
        return redirect(self.get_success_url() or self.get_default_success_url())

    def are_complete(self) -> bool:
        """Tell whether all can be published, and the user of those that cannot."""
        self.object.update_from_db()
        if not isinstance(self.object.get_source_instance(), Page):
            return True
        pages = [translated(translation) for translation in self.enabled()]
        missing = {page: missing_in(page) for page in pages}
        for page in filter(missing.get, missing):
            refuse(self.request, page, missing[page])
        return not any(missing.values())


submit_page = require_admin_access(SubmitView.as_view())
submit_snippet = require_admin_access(SubmitSnippetView.as_view())
update_translations = require_admin_access(UpdateView.as_view())


@require_admin_access
def convert_to_alias(request: HttpRequest, page_id: int) -> Any:
    """Make a translation an alias, which is public if its source is."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return localize_convert_to_alias(request, page_id)
