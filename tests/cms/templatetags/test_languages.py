from types import SimpleNamespace

from django.utils.translation import override

from cms.publishing.schemas import PageLink
from cms.templatetags.languages import in_language, languages


def link(path, locale):
    return PageLink(
        id=1,
        type="home.HomePage",
        title="Home",
        path=path,
        url=f"https://example.org{path}",
        locale=locale,
    )


def site(*codes, current="en"):
    homes = {"en": "/", "es": "/es/"}
    locales = [
        SimpleNamespace(code=code, name=code.upper(), home=link(homes[code], code))
        for code in codes
    ]
    return SimpleNamespace(locale=current, locales=locales)


class LanguagesTests:
    def test_leads_to_the_same_page_in_the_other_language(self):
        page = SimpleNamespace(translations=[link("/es/acerca-de/", "es")])

        english, spanish = languages(site("en", "es"), page)

        assert english.current
        assert not spanish.current
        assert spanish.url == "/es/acerca-de/"

    def test_leads_home_where_the_page_has_no_translation(self):
        page = SimpleNamespace(translations=[])

        _, spanish = languages(site("en", "es"), page)

        assert spanish.url == "/es/"

    def test_leads_home_from_what_is_no_page(self):
        _, spanish = languages(site("en", "es"), "")

        assert spanish.url == "/es/"

    def test_one_language_is_no_choice(self):
        assert languages(site("en")) == []

    def test_site_without_a_home_page_has_none(self):
        assert languages(None) == []


class InLanguageTests:
    def test_marks_words_in_another_language_than_the_page(self):
        with override("es"):
            assert in_language("en") == 'lang="en"'

    def test_leaves_the_language_of_the_page_unmarked(self):
        with override("es"):
            assert in_language("es") == ""
