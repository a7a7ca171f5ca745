"""Editors write in their sections, publishers publish: the work of a migration."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group
from django.test import TestCase
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site, Workflow
from wagtail.permissions import policy_registry

from cms.models import Measure, SiteSettings, Term, Topic
from documents.permissions import may_release
from home.groups import EDITORS, PUBLISHERS
from tests.factories import (
    DocumentFactory,
    DocumentLibraryPageFactory,
    ImpactPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    WebinarPageFactory,
    home_page,
)


def member_of(group: str) -> AnonymousUser:
    user = get_user_model().objects.create_user(group.lower(), password="password")
    user.groups.add(Group.objects.get(name=group))
    return user


class EditorsTests(TestCase):
    def setUp(self):
        self.editor = member_of(EDITORS)

    def test_enter_the_editor(self):
        self.client.force_login(self.editor)

        assert self.client.get("/admin/").status_code == 200

    def test_write_in_their_sections(self):
        pages = [NewsPageFactory(), StoryPageFactory(), WebinarPageFactory()]
        library = DocumentLibraryPageFactory()

        for page in pages:
            assert page.permissions_for_user(self.editor).can_edit()
            section = page.get_parent().specific.permissions_for_user(self.editor)
            assert section.can_add_subpage()
        assert library.permissions_for_user(self.editor).can_edit()

    def test_write_nowhere_else(self):
        for page in (home_page(), StandardPageFactory(), ImpactPageFactory()):
            permissions = page.permissions_for_user(self.editor)
            assert not permissions.can_edit()
            assert not permissions.can_add_subpage()

    def test_write_in_the_sections_of_another_language(self):
        section = NewsIndexPageFactory()
        locale = type(section.locale).objects.get_or_create(language_code="es")[0]
        section.get_parent().specific.copy_for_translation(locale)

        spanish = section.copy_for_translation(locale)

        assert spanish.permissions_for_user(self.editor).can_add_subpage()

    def test_a_section_that_was_taken_away_is_not_given_back_by_saving(self):
        section = NewsIndexPageFactory()
        section.group_permissions.all().delete()

        section.save()

        assert not section.permissions_for_user(self.editor).can_edit()

    def test_publish_nothing_but_submit_it(self):
        draft = NewsPageFactory(live=False)

        permissions = draft.permissions_for_user(self.editor)

        assert not permissions.can_publish()
        assert permissions.can_submit_for_moderation()

    def test_upload_files_and_release_none(self):
        for model in (get_document_model(), get_image_model()):
            policy = policy_registry.get_by_type(model)
            for action in ("add", "change", "choose"):
                assert policy.user_has_permission(self.editor, action)
        assert not may_release(self.editor)

    def test_change_neither_snippets_nor_settings(self):
        for model in (Topic, Measure, Term, SiteSettings):
            policy = policy_registry.get_by_type(model)
            assert not policy.user_has_permission(self.editor, "change")


class PublishersTests(TestCase):
    def setUp(self):
        self.publisher = member_of(PUBLISHERS)

    def test_publish_lock_and_delete_every_page(self):
        for page in (home_page(), NewsPageFactory(), StandardPageFactory()):
            permissions = page.permissions_for_user(self.publisher)
            assert permissions.can_edit()
            assert permissions.can_publish()
            assert permissions.can_lock()
        section = NewsPageFactory().get_parent().specific
        assert section.permissions_for_user(self.publisher).can_delete()

    def test_manage_files_snippets_and_settings(self):
        for model in (
            get_document_model(),
            get_image_model(),
            Topic,
            Measure,
            Term,
            SiteSettings,
        ):
            policy = policy_registry.get_by_type(model)
            assert policy.user_has_permission(self.publisher, "change")

    def test_open_the_settings_of_the_site(self):
        home_page()
        site = Site.objects.get(is_default_site=True)
        self.client.force_login(self.publisher)

        response = self.client.get(f"/admin/settings/cms/sitesettings/{site.pk}/")

        assert response.status_code == 200

    def test_release_documents(self):
        DocumentFactory(released_at=None)

        assert may_release(self.publisher)

    def test_manage_no_users(self):
        self.client.force_login(self.publisher)

        assert self.client.get("/admin/users/").status_code == 302


class WorkflowTests(TestCase):
    def test_stands_at_the_root_whatever_the_home_page_is(self):
        [workflow] = Workflow.objects.active()

        assert workflow.name == "Publishers approval"
        assert Page.get_first_root_node().get_workflow() == workflow
        for page in (home_page(), NewsPageFactory(), StandardPageFactory()):
            assert page.get_workflow() == workflow

    def test_an_editor_submits_and_a_publisher_approves(self):
        draft = NewsPageFactory(live=False, title="Submitted")
        draft.save_revision()
        editor, publisher = member_of(EDITORS), member_of(PUBLISHERS)

        draft.get_workflow().start(draft, editor)
        state = draft.current_workflow_state.current_task_state
        task = state.task.specific
        assert not task.get_actions(draft, editor)
        assert {name for name, *_ in task.get_actions(draft, publisher)} >= {"approve"}
        state.approve(user=publisher)

        draft.refresh_from_db()
        assert draft.live

    def test_no_moderators_are_left(self):
        assert set(Group.objects.values_list("name", flat=True)) == {
            EDITORS,
            PUBLISHERS,
        }
