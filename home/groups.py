"""The two groups of people who write the site, and the sections that editors get.

The migration `groups_and_workflow` makes the groups; sections come later, so each
gives its editors their permissions when it is made.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from documents.models import DocumentLibraryPage
from news.models import NewsIndexPage, StoryIndexPage, WebinarIndexPage

EDITORS, PUBLISHERS = "Editors", "Publishers"

# Where editors write; every other page is a publisher's.
EDITORS_SECTIONS = (
    NewsIndexPage,
    StoryIndexPage,
    WebinarIndexPage,
    DocumentLibraryPage,
)


def open_to_editors(section: Page) -> None:
    """Let editors add and edit pages from here down. Without the group, do nothing."""
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=["add_page", "change_page"]
    )
    for group in Group.objects.filter(name=EDITORS):
        for permission in permissions:
            GroupPagePermission.objects.get_or_create(
                group=group, page_id=section.pk, permission=permission
            )
