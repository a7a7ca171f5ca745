"""An editor at work on translations, through the views that the editor uses."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cms.publishing.models import Publication, Resource
from home.groups import PUBLISHERS
from tests.factories import home_page


def described(page) -> str:
    """Return a description that no other page has."""
    return f"Una página hecha por una prueba, la {page.pk}, en sesenta caracteres."


class TranslatingTestCase(TestCase):
    """A publisher, a home page, and Spanish beside English."""

    group = PUBLISHERS

    def setUp(self):
        self.spanish, _ = Locale.objects.get_or_create(language_code="es")
        self.home = home_page()
        self.sign_in(self.group)

    def sign_in(self, group):
        user = get_user_model().objects.create_user(group.lower(), password="password")
        user.groups.add(Group.objects.get(name=group))
        self.client.force_login(user)

    def submit(self, page, **data):
        """Send a page to translators, after the pages above it."""
        above = page.get_parent()
        if not above.is_root() and not above.has_translation(self.spanish):
            self.submit(above)
        return self.submit_alone(page, **data)

    def submit_alone(self, page, **data):
        url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        data = {"locales": [self.spanish.pk], **data}
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(url, data)

    def translation(self, page):
        return Translation.objects.get(
            source__object_id=page.translation_key, target_locale=self.spanish
        )

    def translate(self, page, words):
        """Translate strings of the page, by the English as the editor shows it."""
        translation = self.translation(page)
        segments = translation.source.stringsegment_set.select_related("string")
        for segment in segments:
            if segment.string.data in words:
                self.put(translation, segment, words[segment.string.data])

    def put(self, translation, segment, text):
        url = reverse(
            "wagtail_localize:edit_string_translation",
            args=[translation.pk, segment.pk],
        )
        body = f"value={text}".encode()
        kind = "application/x-www-form-urlencoded"
        response = self.client.put(url, body, content_type=kind)
        assert response.status_code in (200, 201), response.content

    def edit_url(self, page):
        return reverse("wagtailadmin_pages:edit", args=[page.pk])

    def publish(self, page):
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(self.edit_url(page), {"action": "publish"})

    def in_spanish(self, page):
        return Page.objects.get(
            translation_key=page.translation_key, locale=self.spanish
        ).specific

    def published_in_spanish(self, page):
        """Return the page in Spanish, published with all that is above it."""
        above = page.get_parent()
        if not above.is_root() and not self.is_public_in_spanish(above):
            self.published_in_spanish(above.specific)
        self.submit(page)
        self.translate(page, {page.search_description: described(page)})
        self.publish(self.in_spanish(page))
        return self.in_spanish(page)

    def is_public_in_spanish(self, page):
        found = page.get_translation_or_none(self.spanish)
        return found is not None and found.live

    def row(self, page):
        return Publication.objects.of(Resource.PAGES).filter(object_id=page.pk).first()

    def message(self, response):
        """Return the newest of what the editor was told; nobody has read any yet."""
        return [str(message) for message in get_messages(response.wsgi_request)][-1]
