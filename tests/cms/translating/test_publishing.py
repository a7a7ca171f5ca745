"""What publishing a translation makes public."""

import json
from datetime import date
from io import StringIO

from django.core.management import call_command

from cms.models import Attachment, ChangeNote
from home.groups import EDITORS
from news.models import Place, Presenter
from tests.factories import (
    DocumentFactory,
    MeasureFactory,
    NewsPageFactory,
    StandardPageFactory,
    StatisticFactory,
    StoryPageFactory,
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
