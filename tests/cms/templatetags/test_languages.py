from types import SimpleNamespace

from django.utils.translation import override

from cms.alternates import alternates_of
from cms.publishing.schemas import PageLink
from cms.templatetags.languages import (
    hreflangs,
    in_language,
    languages,
    localized,
    with_localized_links,
)


def link(path, locale):
    return PageLink(
        id=1,
        type="home.HomePage",
        title="Home",
        path=path,
        url=f"https://example.org{path}",
        locale=locale,
    )


def site(*codes):
    homes = {"en": "/", "es": "/es/"}
    locales = [
        SimpleNamespace(code=code, name=code.upper(), home=link(homes[code], code))
        for code in codes
    ]
    return SimpleNamespace(locales=locales, root_url="https://example.org")


def page(*translations, path="/about/"):
    meta = SimpleNamespace(html_url=f"https://example.org{path}")
    return SimpleNamespace(translations=translations, meta=meta)


def context(*codes, **values):
    return {"site_info": site(*codes), **values}


class LanguagesTests:
    def test_leads_to_the_same_page_in_the_other_language(self):
        about = page(link("/es/acerca-de/", "es"))

        english, spanish = languages(context("en", "es", content=about))

        assert english.current
        assert not spanish.current
        assert (spanish.url, spanish.note) == ("/es/acerca-de/", "")

    def test_leads_home_and_says_so_where_the_page_has_no_translation(self):
        _, spanish = languages(context("en", "es", content=page()))

        assert not spanish.translated
        assert (spanish.url, spanish.note) == ("/es/", "página de inicio")

    def test_says_so_in_the_language_in_which_the_link_ends(self):
        with override("es"):
            english, spanish = languages(context("en", "es", content=page()))

        assert spanish.current
        assert (english.url, english.note) == ("/", "home page")

    def test_leads_home_from_what_is_no_page(self):
        _, spanish = languages(context("en", "es"))

        assert spanish.url == "/es/"

    def test_a_view_may_know_where_it_is_in_other_languages(self):
        around = context("en", "es")
        around["alternates"] = alternates_of("/documents/1/a/", around["site_info"])

        _, spanish = languages(around)

        assert (spanish.url, spanish.note) == ("/es/documents/1/a/", "")

    def test_one_language_is_no_choice(self):
        assert languages(context("en")) == []

    def test_site_without_a_home_page_has_none(self):
        assert languages({"site_info": None}) == []


class HreflangsTests:
    def test_names_each_language_and_what_others_get(self):
        about = page(link("/es/acerca-de/", "es"))

        assert hreflangs(context("en", "es", content=about)) == [
            ("en", "https://example.org/about/"),
            ("es", "https://example.org/es/acerca-de/"),
            ("x-default", "https://example.org/about/"),
        ]

    def test_both_pages_name_the_same(self):
        about = page(link("/about/", "en"), path="/es/acerca-de/")

        with override("es"):
            found = hreflangs(context("en", "es", content=about))

        assert dict(found) == {
            "en": "https://example.org/about/",
            "es": "https://example.org/es/acerca-de/",
            "x-default": "https://example.org/about/",
        }

    def test_a_page_in_one_language_has_none(self):
        assert hreflangs(context("en", "es", content=page())) == []

    def test_nor_has_what_is_no_page(self):
        assert hreflangs(context("en", "es")) == []


class LocalizedTests:
    LINK = '<a href="{}" data-type="{}" data-id="1">It</a>'

    def test_the_page_of_a_document_is_there_in_each_language(self):
        with override("es"):
            assert localized("/documents/1/a/") == "/es/documents/1/a/"
        with override("en"):
            assert localized("/documents/1/a/") == "/documents/1/a/"

    def test_links_in_text_lead_there(self):
        given = self.LINK.format("/documents/1/a/", "documents.CustomDocument")

        with override("es"):
            found = with_localized_links(f"<p>{given}</p>")

        assert 'href="/es/documents/1/a/"' in found

    def test_links_to_pages_and_elsewhere_stay(self):
        page_link = self.LINK.format("/news/", "news.NewsIndexPage")
        elsewhere = '<a href="https://example.org/documents/1/">It</a>'

        with override("es"):
            found = with_localized_links(page_link + elsewhere)

        assert found == page_link + elsewhere


class InLanguageTests:
    def test_marks_words_in_another_language_than_the_page(self):
        with override("es"):
            assert in_language("en") == 'lang="en"'

    def test_leaves_the_language_of_the_page_unmarked(self):
        with override("es"):
            assert in_language("es") == ""
