"""Who may not publish tries to, by way of translations."""

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail_localize.models import Translation, TranslationSource

from cms.models import Term
from tests.factories import (
    DocumentFactory,
    GlossaryPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    TermFactory,
)

from .attacks import SECRET, AttackTestCase, last_sequence
from .cases import described


class SnippetTests(AttackTestCase):
    """A term is public as soon as it is there."""

    def setUp(self) -> None:
        super().setUp()
        self.published_in_spanish(GlossaryPageFactory(title="Glossary"))
        self.term = TermFactory(name="COE", definition="A form.")

    def submit_term(self) -> Any:
        name = "submit_snippet_translation"
        return self.post(name, "cms", "term", self.term.pk, locales=[self.spanish.pk])

    def test_who_may_not_write_terms_makes_none_in_another_language(self):
        before = last_sequence()
        for come in (self.editor, self.translator):
            come()

            self.submit_term()

            assert not Term.objects.filter(locale=self.spanish).exists()
            assert last_sequence() == before

    def test_who_may_makes_one(self):
        self.submit_term()

        assert Term.objects.get(locale=self.spanish).name == "COE"

    def test_who_may_not_write_terms_does_not_bring_one_up_to_date(self):
        self.submit_term()
        source = TranslationSource.objects.get_for_instance(self.term)
        self.term.definition = "Another meaning."
        self.term.save()
        for come in (self.editor, self.translator):
            come()
            before = last_sequence()

            self.post("update_translations", source.pk, publish_translations="on")

            assert Term.objects.get(locale=self.spanish).definition == "A form."
            assert last_sequence() == before

    def test_who_may_brings_one_up_to_date(self):
        self.submit_term()
        self.term.definition = "Another meaning."
        self.term.save()
        source = TranslationSource.objects.get_for_instance(self.term)

        self.post("update_translations", source.pk, publish_translations="on")

        spanish = Term.objects.get(locale=self.spanish)
        assert spanish.definition == "Another meaning."

    def test_who_may_not_write_terms_translates_none(self):
        self.submit_term()
        source = TranslationSource.objects.get_for_instance(self.term)
        translation = Translation.objects.get(source=source)
        segment = source.stringsegment_set.get(string__data="A form.")
        copy = Term.objects.get(locale=self.spanish)
        self.translator()

        url = reverse(
            "wagtail_localize:edit_string_translation",
            args=[translation.pk, segment.pk],
        )
        self.client.put(
            url, b"value=x", content_type="application/x-www-form-urlencoded"
        )
        self.client.post(
            f"/admin/snippets/cms/term/edit/{copy.pk}/", {"action": "publish"}
        )

        copy.refresh_from_db()
        assert copy.definition == "A form."


class AliasTests(AttackTestCase):
    """An alias is public already: what takes its place is, too."""

    def setUp(self) -> None:
        super().setUp()
        self.page = NewsPageFactory(title="In English", lead="Lead")
        self.section = self.page.get_parent().specific
        self.published_in_spanish(self.section)
        # Somebody began to translate the page, and made an alias of it again.
        self.submit(self.page)
        self.translate(self.page, {"Lead": SECRET})
        self.post("convert_to_alias", self.in_spanish(self.page).pk)
        self.alias = self.in_spanish(self.page)
        assert self.alias.live
        assert self.alias.alias_of_id == self.page.pk

    def assert_same(self) -> None:
        alias = self.in_spanish(self.page)
        assert alias.alias_of_id == self.page.pk
        assert json.loads(self.row(alias).body)["lead"] == "Lead"
        assert SECRET not in Client().get(alias.url).text

    def test_who_may_not_publish_puts_nothing_in_its_place(self):
        self.editor()

        self.submit_alone(self.page)

        self.assert_same()

    def test_nor_with_the_page_above(self):
        self.post("convert_to_alias", self.in_spanish(self.section).pk)
        self.editor()

        self.submit_alone(self.section, include_subtree="on")

        assert self.in_spanish(self.section).alias_of_id == self.section.pk
        self.assert_same()

    def test_a_publisher_may(self):
        self.post("convert_to_alias", self.in_spanish(self.section).pk)

        self.submit_alone(self.section, include_subtree="on")

        assert self.in_spanish(self.section).alias_of_id is None
        assert self.in_spanish(self.page).alias_of_id is None


class PrivacyTests(AttackTestCase):
    """A translation may be private where its source is not."""

    def setUp(self) -> None:
        super().setUp()
        self.page = NewsPageFactory(lead="Lead")
        self.translated = self.published_in_spanish(self.page)
        PageViewRestriction.objects.create(
            page=self.translated, restriction_type="login"
        )
        assert not self.row(self.translated).live

    def test_who_may_not_publish_does_not_make_it_public(self):
        source = self.translation(self.page).source
        for come in (self.editor, self.translator):
            come()
            for data in ({}, {"publish_translations": "on"}):
                self.post("update_translations", source.pk, **data)

            assert self.translated.view_restrictions.exists()
            assert not self.row(self.translated).live
            assert Client().get(self.translated.url).status_code in (302, 403)


class PublishingTests(AttackTestCase):
    """What an editor does with a translation stays a draft."""

    def setUp(self) -> None:
        super().setUp()
        self.page = NewsPageFactory(lead="Lead")
        self.submit(self.page)
        self.translate(self.page, {self.page.search_description: described(self.page)})
        self.draft = self.in_spanish(self.page)
        self.editor()

    def test_no_action_of_the_editor_publishes(self):
        actions = (
            "publish",
            "action-publish",
            "action-submit",
            "action-start-workflow",
        )
        for name in actions:
            for data in ({"action": name}, {name: name}):
                with self.captureOnCommitCallbacks(execute=True):
                    self.client.post(self.edit_url(self.draft), data)

                assert not self.in_spanish(self.page).live, data
        assert self.row(self.draft) is None

    def test_no_route_of_the_translation_publishes(self):
        translation = self.translation(self.page)
        before = last_sequence()

        for route in ("machine_translate", "stop_translation", "upload_pofile"):
            data = {"file": word_file(translation)} if "pofile" in route else {}
            self.post(route, translation.pk, **data)
        self.client.post(self.edit_url(self.draft), {"localize-restart-translation": 1})
        self.post("update_translations", translation.source_id, publish_translations=1)

        assert not self.in_spanish(self.page).live
        assert last_sequence() == before

    def test_a_document_put_in_by_an_override_is_not_released(self):
        document = DocumentFactory(title=SECRET, released_at=None)
        translation = self.translation(self.page)
        segments = translation.source.overridablesegment_set.all()
        for segment in segments:
            url = reverse(
                "wagtail_localize:edit_override", args=[translation.pk, segment.pk]
            )
            kind = "application/x-www-form-urlencoded"
            self.client.put(url, f"value={document.pk}".encode(), content_type=kind)

        document.refresh_from_db()
        assert document.released_at is None
        assert SECRET not in Client().get("/api/v2/changes/?limit=100").text


def word_file(translation: Translation) -> SimpleUploadedFile:
    """Return the words of a translation as the file that translators send back."""
    words = str(translation.export_po())
    return SimpleUploadedFile("words.po", words.encode())


class StandardPageTests(AttackTestCase):
    def test_an_editor_translates_no_page_of_a_publisher_with_its_subtree(self):
        about = StandardPageFactory(title="About")
        self.published_in_spanish(self.home)
        self.editor()

        self.submit_alone(about, include_subtree="on")

        assert about.get_translation_or_none(self.spanish) is None
