"""The page that a visitor sees while the place where files are kept does not answer."""

import pytest

from tests.documents.stores import store_down
from tests.factories import DocumentFactory, HomePageFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("window", ["page", "phone"])
def test_it_says_so_on_a_page_that_everybody_can_read(window, request, axe):
    page = request.getfixturevalue(window)
    HomePageFactory()
    document = DocumentFactory()

    with store_down():
        answer = page.goto(document.download_path)

    assert answer.status == 503
    assert "cannot send this file" in page.inner_text("h1")
    assert axe(page) == []
