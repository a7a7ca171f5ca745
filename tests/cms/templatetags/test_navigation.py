from types import SimpleNamespace

import pytest

from cms.templatetags.navigation import current

NEWS = SimpleNamespace(page=SimpleNamespace(path="/news/"))
ELSEWHERE = SimpleNamespace(page=None)


def content(path):
    return SimpleNamespace(meta=SimpleNamespace(path=path))


class CurrentTests:
    @pytest.mark.parametrize(
        ("path", "state"),
        [("/news/", "page"), ("/news/an-item/", "true"), ("/newsletter/", "")],
    )
    def test_tells_the_page_from_its_section_and_from_others(self, path, state):
        assert current(NEWS, content(path)) == state

    def test_link_elsewhere_is_never_current(self):
        assert current(ELSEWHERE, content("/news/")) == ""

    def test_what_is_no_page_is_in_no_section(self):
        assert current(NEWS, "") == ""
