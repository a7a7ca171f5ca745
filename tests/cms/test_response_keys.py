"""Under what of a request a whole response is kept."""

from typing import Any
from unittest import mock

from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.test import RequestFactory

from cms.response_cache import DIFFERS, UNUSUAL, place_of
from tests.as_in_production import CachedHandler
from tests.cms.response_cases import DJANGO, ResponseCacheTestCase, Tried

# What every request has, and no response may follow from: how it came here.
OF_THE_SERVER = {
    *("CONTENT_TYPE", "CONTENT_LENGTH", "SCRIPT_URL", "REDIRECT_URL"),
    # Django looks whether this browser is refused, and whether a form wants a token.
    *("HTTP_USER_AGENT", "CSRF_COOKIE_NEEDS_UPDATE"),
}


class AskedTests(ResponseCacheTestCase):
    """A response is for those who ask the same."""

    def test_each_address_has_its_own(self):
        self.client.get("/api/v2/pages/")

        for other in ("/api/v2/pages/?limit=1", "/api/v2/pages", "/api/v2/images/"):
            assert self.asks_django(other), other

    def test_so_has_each_host_and_each_encoding(self):
        self.client.get(self.detail)

        assert self.asks_django(self.detail, host="localhost")
        assert self.asks_django(self.detail, accept_encoding="gzip")
        assert self.asks_django(self.detail, if_none_match='"other"')

    def test_an_encoding_is_one_however_it_is_asked_for(self):
        self.client.get(self.detail, headers={"accept-encoding": "gzip, deflate, br"})

        assert not self.asks_django(self.detail, accept_encoding="br;q=1.0, x-junk")

    def test_a_validator_that_fits_nothing_takes_no_room(self):
        kept = caches["answers"].size
        for number in range(9):
            self.client.get(self.detail, headers={"if-none-match": f'"{number}"'})

        assert caches["answers"].size == kept

    def test_a_host_that_is_empty_is_another_than_none(self):
        environ = RequestFactory().get(self.detail).environ
        CachedHandler()(dict(environ))

        with mock.patch(DJANGO, side_effect=LookupError), Tried() as tried:
            CachedHandler()({**environ, "HTTP_HOST": ""})
        assert tried.failed

    def test_no_variable_can_pretend_to_be_another_ones_end(self):
        asked = RequestFactory().get("/").environ
        one = {**asked, "SCRIPT_NAME": "/a\nb", "PATH_INFO": "/c"}
        other = {**asked, "SCRIPT_NAME": "/a", "PATH_INFO": "b\n/c"}

        assert place_of(one) != place_of(other)

    def test_head_is_answered_as_it_was_without_content(self):
        got = self.client.get(self.detail)
        self.client.head(self.detail)

        with mock.patch(DJANGO, side_effect=LookupError):
            head = self.client.head(self.detail)

        assert head.content == b""
        assert head["Content-Length"] == str(len(got.content))

    def test_whoever_may_be_somebody_is_asked_who_they_are(self):
        self.client.get(self.page.url)

        assert self.asks_django(self.page.url, cookie="a=b")
        assert self.asks_django(self.page.url, authorization="Bearer x")
        assert self.asks_django(self.detail, if_modified_since="x")
        assert self.asks_django(self.page.url, x_requested_with="XMLHttpRequest")

    def test_what_staff_are_shown_is_kept_for_nobody(self):
        user = get_user_model().objects.create_superuser("editor")
        self.client.force_login(user)
        self.client.get(self.page.url)
        self.client.logout()

        assert self.asks_django(self.page.url)

    def test_only_reading_is_answered(self):
        self.client.get(self.detail)

        assert self.client.post(self.detail).status_code == 405
        assert self.client.options(self.detail).status_code == 204

    def test_nothing_else_of_a_request_is_looked_at(self):
        """Or two that differ in it would be answered alike."""
        known = {"HTTP_ACCEPT_ENCODING", *DIFFERS, *UNUSUAL, *OF_THE_SERVER}

        for path in (*self.paths, "/news/", "/api/v2/pages/?format=csv"):
            asked = Recorded(RequestFactory().get(path).environ)
            with mock.patch("django.http.request.HttpHeaders", RecordedHeaders):
                response = CachedHandler()(asked)

            assert response.status_code == 200, path
            assert asked.looked_at <= known, path


class Recorded(dict[str, Any]):
    """An environment that knows what was looked at, which the server has put there."""

    def __init__(self, environ: dict[str, Any]) -> None:
        super().__init__(environ)
        self.looked_at: set[str] = set()

    def note(self, name: str) -> None:
        if name.isupper():
            self.looked_at.add(name)

    def __getitem__(self, name: str) -> Any:
        self.note(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.note(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.note(str(name))
        return super().__contains__(name)


class RecordedHeaders:
    """What Django makes of an environment for who asks for a header by its name."""

    def __init__(self, environ: Recorded) -> None:
        self.environ = environ

    def get(self, name: str, default: Any = None) -> Any:
        variable = name.upper().replace("-", "_")
        return self.environ.get(f"HTTP_{variable}", default)
