"""What the browser is told to refuse: almost all on the site, less in the editor."""

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory, SimpleTestCase

from cms.content_security import ContentSecurityPolicyMiddleware


def policy_of(path: str, view=lambda request: HttpResponse()) -> dict[str, list[str]]:
    """The directives of the answer, by name."""
    response = ContentSecurityPolicyMiddleware(view)(RequestFactory().get(path))
    directives = response["Content-Security-Policy"].split(";")
    return {name: words for name, *words in map(str.split, directives)}


class SitePolicyTests(SimpleTestCase):
    def test_nothing_comes_from_elsewhere_and_nothing_is_inline(self):
        policy = policy_of("/news/")

        assert policy["default-src"] == ["'self'"]
        assert policy["object-src"] == ["'none'"]
        assert "script-src" not in policy
        assert "style-src" not in policy
        assert all("'unsafe-inline'" not in words for words in policy.values())

    def test_only_the_site_may_frame_it(self):
        assert policy_of("/news/")["frame-ancestors"] == ["'self'"]


class AdminPolicyTests(SimpleTestCase):
    def test_the_editor_may_use_inline_script_of_its_own_pages(self):
        policy = policy_of(f"{settings.ADMIN_PATH}pages/1/")

        assert policy["script-src"] == ["'self'", "'unsafe-inline'"]
        assert policy["default-src"] == ["'self'"]
        assert policy["object-src"] == ["'none'"]

    def test_a_path_that_looks_alike_is_not_the_editor(self):
        assert "script-src" not in policy_of("/administration/")

    def test_a_policy_of_the_view_is_kept(self):
        view = csp_replace({"img-src": ["'none'"]})(lambda request: HttpResponse())

        assert policy_of(settings.ADMIN_PATH, view)["img-src"] == ["'none'"]
