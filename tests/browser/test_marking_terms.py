"""An editor marks a word as a term of the glossary."""

import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import Browser, expect

from home.groups import EDITORS
from news.models import NewsPage
from tests.browser.admin import Admin
from tests.browser.conftest import DESKTOP, open_context
from tests.factories import GlossaryPageFactory, NewsPageFactory, TermFactory


@pytest.fixture
def page_to_edit(transactional_db: None, site_at_live_server: None) -> NewsPage:
    user = get_user_model().objects.create_user("editor", password="password")
    user.groups.add(Group.objects.get(name=EDITORS))
    GlossaryPageFactory()
    TermFactory(name="COE", expansion="Certificate of Eligibility")
    return NewsPageFactory(body=[("rich_text", "<p>Fill in a certificate.</p>")])


class MarkingTests:
    def test_a_selected_word_is_marked_and_stored(
        self, browser: Browser, live_server: Any, page_to_edit: NewsPage
    ) -> None:
        context = open_context(browser, live_server, DESKTOP)
        admin = Admin(context.new_page())
        admin.sign_in("editor", "password")
        admin.page.goto(f"/admin/pages/{page_to_edit.pk}/edit/")

        text = admin.page.locator(".public-DraftEditor-content").first
        text.click()
        text.press("End")
        for _letter in range(len("certificate.")):
            text.press("Shift+ArrowLeft")
        admin.page.get_by_role("button", name="Glossary term").first.click()
        admin.dialog.get_by_role("link", name="COE").click()
        expect(admin.dialog).to_have_count(0)
        # The editor hands what was written to the form a quarter of a second later.
        written = admin.page.locator("input[name='body-0-value']")
        expect(written).to_have_value(re.compile('"TERM"'))
        admin.page.get_by_role("button", name="Save draft").click()
        expect(admin.messages).to_contain_text("has been updated")
        context.close()

        edited = NewsPage.objects.get(pk=page_to_edit.pk)
        draft = edited.get_latest_revision_as_object()
        assert 'linktype="term"' in draft.body[0].value.source
        assert ">certificate.</a>" in draft.body[0].value.source
