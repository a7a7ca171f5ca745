"""An address answers in one language, whoever asks."""

from django.http import HttpResponse
from django.test import RequestFactory, SimpleTestCase
from django.utils import translation

from cms.locale_from_path import LocaleFromPathMiddleware


def answer_in_active_language(request) -> HttpResponse:
    return HttpResponse(f"{translation.get_language()} {request.LANGUAGE_CODE}")


def answer_to(path: str, **headers: str) -> HttpResponse:
    request = RequestFactory(headers=headers).get(path)
    return LocaleFromPathMiddleware(answer_in_active_language)(request)


class LocaleFromPathTests(SimpleTestCase):
    def tearDown(self):
        translation.activate("en")

    def test_the_prefix_is_the_language(self):
        response = answer_to("/es/noticias/")

        assert response.content == b"es es"
        assert response["Content-Language"] == "es"

    def test_without_a_prefix_it_is_the_sites_own(self):
        assert answer_to("/news/").content == b"en en"

    def test_the_answer_before_leaves_no_trace(self):
        answer_to("/es/")

        assert answer_to("/news/").content == b"en en"

    def test_what_the_browser_prefers_changes_nothing(self):
        response = answer_to("/news/", accept_language="es", cookie="language=es")

        assert response.content == b"en en"
        assert "Vary" not in response

    def test_a_word_that_begins_like_a_language_is_none(self):
        assert answer_to("/essays/").content == b"en en"
