"""Things that are written together cost few queries, and no one shows what was."""

import json
from unittest import mock

from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect

from cms.models import Attachment, RelatedPage
from cms.publishing import batch
from cms.publishing.known import Known, knowing, known
from cms.publishing.models import Publication
from tests.assertions import queries
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    ImageFactory,
    NewsPageFactory,
    StandardPageFactory,
    TopicFactory,
)

from .log import body, page_row, restrict


def full_page(target):
    return NewsPageFactory(
        image=ImageFactory(),
        topics=[TopicFactory()],
        attachments=[Attachment(document=DocumentFactory())],
        related_pages=[RelatedPage(related=target)],
        body=[
            ("rich_text", f'<p><a linktype="page" id="{target.pk}">x</a></p>'),
            ("image", {"image": ImageFactory(), "alt": "", "caption": ""}),
        ],
    )


class QueryTests(TestCase):
    def setUp(self):
        HomePageFactory()
        self.pages = [full_page(StandardPageFactory()) for _ in range(8)]

    def written(self, count: int) -> list[str]:
        references = [("pages", page.pk) for page in self.pages[:count]]
        return queries(lambda: batch.write_all(references))

    def test_as_many_to_look_at_eight_as_at_two(self):
        self.written(8)

        assert len(self.written(8)) == len(self.written(2))

    def test_as_many_to_write_eight_as_to_write_two(self):
        self.written(8)
        counts = []
        for count in (2, 8):
            Publication.objects.of("pages").update(etag="", search_text="")
            counts.append(len(self.written(count)))

        assert counts[0] == counts[1]

    def test_as_many_for_eight_documents_as_for_two(self):
        uses = [("documents", pk) for pk in self.documents()]
        assert len(uses) == 8

        def looked_at(count: int) -> list[str]:
            return queries(lambda: batch.write_all(uses[:count]))

        assert len(looked_at(8)) == len(looked_at(2))

    def documents(self) -> list[int]:
        pages = {page.pk for page in self.pages}
        attachments = Attachment.objects.filter(page__in=pages)
        return list(attachments.values_list("document_id", flat=True))

    def test_as_many_for_eight_redirects_as_for_two(self):
        targets = [{"redirect_page": page} for page in self.pages[:4]]
        targets += [{"redirect_link": page.url} for page in self.pages[4:]]
        made = [
            Redirect.objects.create(old_path=f"/old-{number}", **target)
            for number, target in enumerate(targets)
        ]
        # One of either kind, and all of both.
        few, all_of_them = [made[0], made[-1]], made

        def looked_at(redirects: list[Redirect]) -> list[str]:
            references = [("redirects", one.pk) for one in redirects]
            return queries(lambda: batch.write_all(references))

        assert len(looked_at(all_of_them)) == len(looked_at(few))

    def test_the_same_rows_as_one_by_one(self):
        before = list(Publication.objects.order_by("pk").values())

        for page in self.pages:
            batch.write_all([("pages", page.pk)])

        assert list(Publication.objects.order_by("pk").values()) == before

    def test_numbers_follow_each_other_in_the_order_given(self):
        Publication.objects.of("pages").update(etag="")

        batch.write_all([("pages", page.pk) for page in self.pages[::-1]])

        numbers = [page_row(page).sequence for page in self.pages[::-1]]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


class ReleaseTests(TestCase):
    def test_what_a_batch_releases_is_shown_by_all_of_it(self):
        document = DocumentFactory(released_at=None, releases_with_page=False)
        pages = [
            NewsPageFactory(attachments=[Attachment(document=document)])
            for _ in range(2)
        ]
        type(document).objects.update(releases_with_page=True)
        references = [("pages", page.pk) for page in pages]

        batch.write_all(references, releasing=set(references[1:]))

        shown = [[d["id"] for d in body(page)["attachments"]] for page in pages]
        assert shown == [[document.pk], [document.pk]]


class CardTests(TestCase):
    def test_a_card_has_what_lists_show_and_no_more(self):
        page = NewsPageFactory(body=[("rich_text", "<p>Only in the whole.</p>")])
        document = DocumentFactory()

        card = json.loads(page_row(page).card)
        whole = json.loads(page_row(page).body)

        assert {"title", "lead", "meta"} <= set(card)
        assert not {"body", "breadcrumbs", "change_notes"} & set(card)
        assert card == {name: whole[name] for name in card}
        found = Publication.objects.get(resource="documents", object_id=document.pk)
        assert "used_on" not in json.loads(found.card)

    def test_a_new_use_of_a_document_is_not_told_to_its_other_users(self):
        document = DocumentFactory()
        first = NewsPageFactory(attachments=[Attachment(document=document)])

        with mock.patch("cms.publishing.batch.render", wraps=batch.render) as rendered:
            StandardPageFactory(
                body=[("rich_text", f'<a linktype="document" id="{document.pk}">x</a>')]
            )

        assert document in [call.args[0] for call in rendered.call_args_list]
        assert first not in [call.args[0] for call in rendered.call_args_list]


class KnownTests(TestCase):
    def test_nothing_is_known_outside_of_a_block(self):
        page = NewsPageFactory()
        assert page.is_public()

        restriction = restrict(page)
        assert not page.is_public()

        restriction.delete()
        assert page.is_public()
        assert known() is not known()

    def test_a_block_within_a_block_can_begin_anew(self):
        with knowing() as outer, knowing() as same, knowing(anew=True) as other:
            assert same is outer
            assert other is not outer
            assert known() is other

    def test_an_alias_is_as_private_as_its_source(self):
        source = NewsPageFactory(slug="source")
        alias = source.create_alias(parent=source.get_parent(), update_slug="alias")

        restrict(source)

        assert not type(source).objects.get(pk=alias.pk).is_public()

    def test_a_new_page_has_nothing_above_it(self):
        assert Known().ancestors(type(NewsPageFactory())()) == []
