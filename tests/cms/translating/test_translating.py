import json
from datetime import date
from io import StringIO

from django.contrib.messages import get_messages
from django.core.management import call_command
from wagtail.models import Page

from cms.models import Attachment, ChangeNote, RelatedPage
from cms.publishing.models import Publication
from home.groups import EDITORS
from home.models import HomePageStatistic
from news.models import Place, Presenter
from tests.factories import (
    DocumentFactory,
    DocumentLibraryPageFactory,
    ImpactIndexPageFactory,
    ImpactPageFactory,
    MeasureFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    StatisticFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    WebinarIndexPageFactory,
    WebinarPageFactory,
)

from .cases import TranslatingTestCase, described

BODY = [
    {"type": "heading", "value": {"text": "Who?", "level": "2", "anchor": "who"}},
    {"type": "rich_text", "value": "<p>For <b>everybody</b>.</p>"},
    {
        "type": "table",
        "value": {
            "table": {
                "caption": "By grade",
                "columns": [
                    {"type": "text", "heading": "Grade"},
                    {"type": "number", "heading": "Children"},
                ],
                "rows": [{"values": ["First", "31903"]}],
            },
            "source": "A count",
        },
    },
]
WORDS = {
    "Who?": "¿Quién?",
    "For <b>everybody</b>.": "Para <b>todos</b>.",
    "By grade": "Por grado",
    "Grade": "Grado",
    "Children": "Niños",
    "First": "Primero",
    "A count": "Un conteo",
}


class SubmittingTests(TranslatingTestCase):
    def test_begins_with_a_draft(self):
        page = NewsPageFactory(title="News of today")

        response = self.submit(page)

        draft = self.in_spanish(page)
        assert response.url == self.edit_url(draft)
        assert not draft.live
        assert self.row(draft) is None

    def test_every_type_of_page_opens_in_the_editor(self):
        factories = (
            *(ImpactIndexPageFactory, ImpactPageFactory, NewsIndexPageFactory),
            *(NewsPageFactory, StoryIndexPageFactory, StoryPageFactory),
            *(WebinarIndexPageFactory, WebinarPageFactory, StandardPageFactory),
            DocumentLibraryPageFactory,
        )
        for page in (self.home, *(factory() for factory in factories)):
            with self.subTest(type(page).__name__):
                self.submit(page)

                response = self.client.get(self.edit_url(self.in_spanish(page)))

                assert response.status_code == 200
                props = json.loads(response.context["props"])
                assert page.title in [s.get("source") for s in props["segments"]]

    def test_asks_for_the_page_above_first(self):
        page = NewsPageFactory()

        response = self.submit_alone(page)

        assert "“News”, which is not in Español yet" in self.message(response)
        assert Page.objects.filter(locale=self.spanish).count() == 0

    def test_is_for_those_who_may_edit_the_page(self):
        news, about = NewsPageFactory(), StandardPageFactory()
        self.submit(news.get_parent())
        self.client.logout()
        self.sign_in(EDITORS)

        assert self.submit(about).status_code == 302
        assert not Page.objects.filter(
            translation_key=about.translation_key, locale=self.spanish
        ).exists()
        self.submit(news)
        assert self.in_spanish(news).pk != news.pk


class PublishingTests(TranslatingTestCase):
    def test_writes_the_log(self):
        page = NewsPageFactory(title="News of today", slug="today")
        self.published_in_spanish(page.get_parent().specific)
        self.submit(page)
        self.translate(
            page,
            {
                "News of today": "Noticias de hoy",
                "today": "hoy",
                page.search_description: described(page),
            },
        )

        response = self.publish(self.in_spanish(page))

        translated = self.in_spanish(page)
        row = self.row(translated)
        assert "Published" in self.message(response)
        assert translated.live
        assert (row.live, row.locale, row.title) == (True, "es", "Noticias de hoy")
        assert row.path == f"{translated.get_parent().get_url()}hoy/"
        found = json.loads(self.row(page).body)["translations"]
        assert [link["path"] for link in found] == [row.path]
        self.check_the_log()

    def check_the_log(self):
        call_command("rebuild_references_index", stdout=StringIO())
        output = StringIO()
        call_command("publications", "--check", stdout=output)
        assert output.getvalue() == "0 differences\n0 missed references\n"

    def test_the_words_of_blocks_and_tables_are_translated(self):
        page = StandardPageFactory(body=BODY)
        self.published_in_spanish(self.home)
        self.submit(page)
        self.translate(page, {**WORDS, page.search_description: described(page)})

        self.publish(self.in_spanish(page))

        heading, text, table = json.loads(self.row(self.in_spanish(page)).body)["body"]
        assert heading["value"] == {"text": "¿Quién?", "level": 2, "anchor": "who"}
        assert text["value"] == "<p>Para <b>todos</b>.</p>"
        assert table["value"]["caption"] == "Por grado"
        assert [c["heading"] for c in table["value"]["columns"]] == ["Grado", "Niños"]
        assert table["value"]["rows"] == [["Primero", "31,903"]]
        assert table["value"]["source"] == "Un conteo"

    def test_the_parts_of_pages_are_translated(self):
        story = StoryPageFactory(places=[Place(name="Valley", state="Mexico")])
        webinar = WebinarPageFactory(
            presenters=[Presenter(name="Ana", role="Director")],
            change_notes=[ChangeNote(changed_on=date(2017, 1, 1), note="New hour")],
        )
        for page in (story, webinar):
            self.submit(page)
            words = {"Mexico": "México", "Director": "Directora", "New hour": "Hora"}
            self.translate(page, {**words, page.search_description: described(page)})
            self.publish(self.in_spanish(page))

        place = self.in_spanish(story).places.get()
        presenter = self.in_spanish(webinar).presenters.get()
        assert (place.name, place.state) == ("Valley", "México")
        assert (presenter.name, presenter.role) == ("Ana", "Directora")
        assert self.in_spanish(webinar).change_notes.get().note == "Hora"
        assert story.places.get().state == "Mexico"

    def test_what_is_attached_is_the_same(self):
        document = DocumentFactory()
        page = NewsPageFactory(attachments=[Attachment(document=document)])

        translated = self.published_in_spanish(page)

        body = json.loads(self.row(translated).body)
        assert [link["id"] for link in body["attachments"]] == [document.pk]

    def test_an_incomplete_page_is_refused_with_the_reason(self):
        page = NewsPageFactory()
        self.submit(page)
        self.translate(page, {page.search_description: "Corta."})

        response = self.publish(self.in_spanish(page))

        draft = self.in_spanish(page)
        assert response.status_code == 302
        message = self.message(response)
        assert "was not published. Search description: " in message
        assert not draft.live
        assert self.row(draft) is None

    def test_is_for_publishers(self):
        page = NewsPageFactory()
        self.submit(page)
        self.client.logout()
        self.sign_in(EDITORS)

        self.publish(self.in_spanish(page))

        assert not self.in_spanish(page).live


class LinkTests(TranslatingTestCase):
    """What an editor chose in English leads to the page in the reader's language."""

    def setUp(self):
        super().setUp()
        self.published_in_spanish(self.home)

    def body(self, page):
        return json.loads(self.row(self.in_spanish(page)).body)

    def test_links_follow_a_translation_as_it_comes_and_goes(self):
        target = StandardPageFactory()
        page = StandardPageFactory(
            body=[
                {
                    "type": "rich_text",
                    "value": f'<p><a linktype="page" id="{target.pk}">It</a></p>',
                }
            ],
            related_pages=[RelatedPage(related=target)],
        )
        self.published_in_spanish(page)

        def shown():
            return self.body(page)["body"][0]["value"]

        assert f'href="{target.get_url()}"' in shown()
        translated = self.published_in_spanish(target)
        assert f'href="{translated.get_url()}"' in shown()
        translated.unpublish()
        assert f'href="{target.get_url()}"' in shown()
        assert translated.get_url() not in self.row(page).body

    def test_the_home_page_shows_the_figures_in_its_language(self):
        year = ImpactPageFactory()
        first, second = (StatisticFactory(page=year, label=n) for n in ("One", "Two"))
        year.save()
        self.home.impact_page = year
        self.home.impact_statistics = [HomePageStatistic(statistic=second)]
        self.home.save_revision().publish()
        self.update(self.home)
        assert self.labels() == ["Two"]

        self.published_in_spanish(year.get_parent())
        self.submit(year)
        self.translate(year, {"Two": "Dos", year.search_description: described(year)})
        self.publish(self.in_spanish(year))

        assert self.labels() == ["Dos"]
        assert self.body(self.home)["impact"]["page"]["locale"] == "es"
        assert first.label not in self.labels()

    def labels(self):
        return [s["label"] for s in self.body(self.home)["impact"]["statistics"]]

    def update(self, page):
        url = f"/admin/localize/update/{self.translation(page).source_id}/"
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(url, {"publish_translations": "on"})


class UpdatingTests(TranslatingTestCase):
    def setUp(self):
        super().setUp()
        self.page = NewsPageFactory(title="Old", lead="Old lead")
        self.translated = self.published_in_spanish(self.page)

    def update(self, **data):
        url = f"/admin/localize/update/{self.translation(self.page).source_id}/"
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(url, data)

    def change(self, **values):
        for name, value in values.items():
            setattr(self.page, name, value)
        self.page.save_revision().publish()

    def test_brings_what_is_new_to_the_translators_alone(self):
        self.change(lead="New lead")
        before = self.row(self.translated).sequence

        self.update()

        assert self.row(self.translated).sequence == before
        segments = self.translation(self.page).source.stringsegment_set
        assert segments.filter(string__data="New lead").exists()

    def test_publishes_when_told_to(self):
        self.change(lead="New lead")

        self.update(publish_translations="on")

        assert json.loads(self.row(self.translated).body)["lead"] == "New lead"

    def test_does_not_publish_for_who_may_not(self):
        self.change(lead="New lead")
        self.client.logout()
        self.sign_in(EDITORS)

        self.update(publish_translations="on")

        assert json.loads(self.row(self.translated).body)["lead"] == "Old lead"

    def test_tells_of_what_is_incomplete_and_publishes_nothing(self):
        # A new description has no translation yet, and this one is too short.
        text = "A description that is long enough to be published in English."
        self.change(search_description=text, lead="New lead")
        self.update()
        self.translate(self.page, {text: "Corta."})

        response = self.update(publish_translations="on")

        assert response.status_code == 302
        told = [str(message) for message in get_messages(response.wsgi_request)]
        assert any("was not published" in message for message in told)
        assert json.loads(self.row(self.translated).body)["lead"] == "Old lead"

    def test_what_is_no_longer_translated_is_edited_as_any_page(self):
        translation = self.translation(self.page)
        self.client.post(f"/admin/localize/translate/{translation.pk}/disable/")

        response = self.client.get(self.edit_url(self.translated))

        assert "form" in response.context
        assert "restart" in response.content.decode()


class AliasTests(TranslatingTestCase):
    """Pages that a tree shows from another one until somebody translates them."""

    def setUp(self):
        super().setUp()
        self.published_in_spanish(self.home)
        self.page = StandardPageFactory(title="In English")
        self.alias = self.page.copy_for_translation(self.spanish, alias=True)

    def test_an_alias_is_in_the_log_and_follows_its_source(self):
        assert self.row(self.alias).title == "In English"

        self.page.title = "Changed"
        self.page.save_revision().publish()

        assert self.row(self.alias).title == "Changed"

    def test_translating_it_makes_it_a_page_of_its_own(self):
        self.published_in_spanish(self.page)

        self.page.title = "Changed"
        self.page.save_revision().publish()

        assert self.row(self.alias).title == "In English"
        assert Publication.objects.filter(title="Changed").count() == 1

    def test_who_may_not_publish_makes_no_alias_of_a_draft(self):
        page = NewsPageFactory()
        self.submit(page)
        draft = self.in_spanish(page)
        self.client.logout()
        self.sign_in(EDITORS)

        self.client.post(f"/admin/localize/page/{draft.pk}/convert_to_alias/")

        draft.refresh_from_db()
        assert not draft.live
        assert self.row(draft) is None


class MeasureTests(TranslatingTestCase):
    def test_a_translator_may_choose_another_measure(self):
        spanish = MeasureFactory(name="Niños")
        figure = StatisticFactory()
        figure.page.save()
        self.submit(figure.page)
        translation = self.translation(figure.page)
        segment = translation.source.overridablesegment_set.get(
            context__path__endswith=".measure"
        )
        url = f"/admin/localize/translate/{translation.pk}/overrides/{segment.pk}/edit/"
        self.client.put(
            url,
            f"value={spanish.pk}".encode(),
            content_type="application/x-www-form-urlencoded",
        )
        self.translate(
            figure.page, {figure.page.search_description: described(figure.page)}
        )

        self.publish(self.in_spanish(figure.page))

        translated = self.in_spanish(figure.page).statistics.get()
        assert translated.measure == spanish
        assert figure.page.statistics.get().measure == figure.measure
