from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import TestCase

from home.groups import EDITORS, PUBLISHERS
from home.shortcuts import shortcuts_for
from tests.factories import (
    ImpactIndexPageFactory,
    NewsIndexPageFactory,
    StoryIndexPageFactory,
    WebinarIndexPageFactory,
)


class ShortcutTests(TestCase):
    def setUp(self):
        NewsIndexPageFactory(title="News")
        WebinarIndexPageFactory(title="Webinars")
        StoryIndexPageFactory(title="Stories")
        ImpactIndexPageFactory(title="Impact")

    def member_of(self, *groups):
        user = get_user_model().objects.create_user("somebody", password="password")
        user.groups.set(Group.objects.filter(name__in=groups))
        return user

    def labels(self, user):
        return [shortcut.label for shortcut in shortcuts_for(user)]

    def test_offer_editors_what_they_may_write(self):
        editor = self.member_of(EDITORS)

        assert self.labels(editor) == [
            "Document",
            "News item in News",
            "Event in Webinars",
            "Story in Stories",
        ]

    def test_offer_publishers_program_years_too(self):
        publisher = self.member_of(PUBLISHERS)

        assert "Program year in Impact" in self.labels(publisher)

    def test_lead_to_an_empty_form(self):
        editor = self.member_of(EDITORS)
        self.client.force_login(editor)

        for shortcut in shortcuts_for(editor):
            assert self.client.get(shortcut.url).status_code == 200

    def test_stand_on_the_dashboard(self):
        self.client.force_login(self.member_of(EDITORS))

        response = self.client.get("/admin/")

        assert "News item in News" in response.content.decode()
