"""Many files at once in the editor: what becomes of each is said beside it."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from documents.models import CustomDocument
from tests.browser.admin import Admin
from tests.factories import PDF, HomePageFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def many_files(page: Page, site_at_live_server: None) -> Page:
    """The page on which an administrator uploads many files."""
    HomePageFactory()
    get_user_model().objects.create_superuser("admin", password="password")
    Admin(page).sign_in("admin", "password")
    page.goto("/admin/documents/multiple/add/")
    return page


def upload(page: Page, *files: tuple[str, bytes]) -> None:
    given: list[Any] = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        for name, content in files
    ]
    page.locator("#fileupload").set_input_files(given)


def test_a_file_of_a_wrong_kind_is_refused_with_the_reason(many_files: Page) -> None:
    upload(many_files, ("Right.pdf", PDF), ("wrong.exe", b"MZ"))

    files = many_files.locator("#upload-list > li")
    expect(files.nth(0).get_by_label("Title")).to_have_value("Right")
    expect(files.nth(1)).to_contain_text(
        "Upload one of these kinds of files: CSV, DOCX"
    )
    assert CustomDocument.objects.count() == 1


def test_why_a_file_is_not_taken_back_is_told(many_files: Page) -> None:
    upload(many_files, ("Right.pdf", PDF))
    many_files.get_by_label("Title").wait_for()
    document = CustomDocument.objects.get()
    document.summary = "Answers."
    document.release()

    many_files.get_by_role("link", name="Delete").click()

    expect(many_files.get_by_role("alert")).to_contain_text("was published")
    expect(many_files.get_by_role("alert")).to_be_in_viewport()
    assert CustomDocument.objects.count() == 1
