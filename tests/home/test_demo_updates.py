"""Items 16 to 25 of the customer's page, each on the site and in the API."""

from datetime import UTC, datetime

from bs4 import BeautifulSoup

from tests.home.demonstration import (
    DATA_CHECK_WEBINAR,
    FORUM,
    FORUM_NEWS,
    LEGISLATION,
    QAS_NEWS,
    RESULTS_WEBINAR,
    WEBINAR_NEWS,
    WEBINARS,
    DemonstrationTestCase,
    words,
)

QAS_JULY = "MEP Policy Q&As FY17 v.1 IDR Special Edition (July).pdf"
QAS_AUGUST = "MEP Policy Q&As FY17 v.2 IDR Special Edition (August).pdf"


class LastItemsTests(DemonstrationTestCase):
    """The updates, with their files, their webinars and the pages they lead to."""

    def test_16_the_forum_with_its_presentations(self):
        title = "2017 National ID&R Forum OME Presentations"
        files = {name for name in self.documents() if name.startswith("2017 National")}

        main, answer = self.main(FORUM_NEWS), self.json(FORUM_NEWS)

        assert words(main.find("h1")) == title
        assert "September 19-21, 2017, in New Orleans, Louisiana" in words(main)
        assert "samples of this demonstration" in words(main)
        assert answer["title"] == title
        assert len(files) == 4
        assert {d["filename"] for d in answer["attachments"]} == files
        event = self.json(FORUM)
        assert (event["kind"], event["place"]) == ("forum", "New Orleans, Louisiana")
        assert event["starts_at"].startswith("2017-09-19")
        assert event["ends_at"].startswith("2017-09-21")
        assert "September 19" in self.text(FORUM)
        assert "New Orleans, Louisiana" in self.text(FORUM)

    def test_17_new_questions_and_answers_and_where_they_came_from(self):
        main, answer = self.main(QAS_NEWS), self.json(QAS_NEWS)

        assert words(main.find("h1")) == "New MEP Policy Questions and Answers"
        assert answer["title"] == "New MEP Policy Questions and Answers"
        for origin in (
            "May ID&R Work Group Meeting",
            "revisions to the national Certificate of Eligibility (COE)",
            "third quarter of fiscal year (FY) 2017",
        ):
            body = BeautifulSoup(str(answer["body"]), "html.parser")
            # A term that is explained stands in an element of its own.
            for shown in (main, body):
                assert origin.replace(" ", "") in words(shown).replace(" ", "")

    def test_18_the_july_issue_keeps_its_name_in_the_download(self):
        self.assert_issue(QAS_JULY, 1, "v.1 IDR Special Edition (July)")

    def test_19_the_august_issue_is_next_and_replaces_nothing(self):
        self.assert_issue(QAS_AUGUST, 2, "v.2 IDR Special Edition (August)")
        july, august = self.documents()[QAS_JULY], self.documents()[QAS_AUGUST]

        assert july["next_in_series"]["id"] == august["id"]
        assert august["previous_in_series"]["id"] == july["id"]
        assert july["replaced_by"] is None
        assert august["replaces"] == []
        landing = self.text(july["meta"]["path"])
        assert august["title"] in landing
        assert "Superseded" not in landing

    def assert_issue(self, filename: str, position: int, issue: str) -> None:
        """One record, attached to the news and listed on the Legislation page."""
        document = self.documents()[filename]

        assert document["series"]["name"] == "MEP Policy Q&As"
        assert (document["series_position"], document["issue"]) == (position, issue)
        assert document["fiscal_year"] == 2017
        _, disposition = self.download(document["meta"]["download_url"])
        assert f'filename="{filename}"' in disposition
        for path in (QAS_NEWS, LEGISLATION):
            links = [link.get("href") for link in self.main(path).find_all("a")]
            assert any(link == document["meta"]["path"] for link in links) or any(
                document["meta"]["download_url"].endswith(link) for link in links
            )
        attached = [d["id"] for d in self.json(QAS_NEWS)["attachments"]]
        assert document["id"] in attached
        assert document["id"] in [d["id"] for d in self.listed_on_legislation()]

    def listed_on_legislation(self) -> list:
        lists = [
            block["value"]
            for block in self.json(LEGISLATION)["body"]
            if block["type"] == "document_list"
        ]
        return next(v for v in lists if v["anchor"] == "mep-policy-qas")["documents"]

    def test_20_the_third_update_tells_of_two_webinars(self):
        main, answer = self.main(WEBINAR_NEWS), self.json(WEBINAR_NEWS)

        assert words(main.find("h1")) == answer["title"]
        for text in (words(main), answer["lead"] + str(answer["body"])):
            assert "wo webinars help MEP directors" in text
            assert "2.3" in text
            assert "CSPR Part II" in text
            assert "2016-17" in text

    def test_21_results_and_changes(self):
        self.assert_webinar(
            RESULTS_WEBINAR,
            "MEP CSPR Part II: Results and Changes for SY 2016-17",
            "October 26, 2017",
            datetime(2017, 10, 26, 18, tzinfo=UTC),
        )

    def test_22_data_check_sheet(self):
        self.assert_webinar(
            DATA_CHECK_WEBINAR,
            "CSPR Part II Data Check Sheet",
            "November 2, 2017",
            datetime(2017, 11, 2, 18, tzinfo=UTC),
        )

    def assert_webinar(
        self, path: str, title: str, day: str, starts_at: datetime
    ) -> None:
        """2-4 p.m. in daylight time, which “Eastern Time” leaves open."""
        main, answer = self.main(path), self.json(path)

        assert words(main.find("h1")) == title
        assert f"{day}, 2:00–4:00 p.m. Eastern Time" in words(main)
        assert "EST" not in words(main)
        assert answer["title"] == title
        assert datetime.fromisoformat(answer["starts_at"]) == starts_at
        ends_at = datetime.fromisoformat(answer["ends_at"])
        assert ends_at == starts_at.replace(hour=20)
        assert answer["time_zone"] == "America/New_York"
        assert answer["time_zone_label"] == "Eastern Time"
        assert answer["state"] == "past"

    def test_23_the_way_to_registration_says_that_it_is_closed(self):
        main, answer = self.main(WEBINAR_NEWS), self.json(WEBINAR_NEWS)

        link = main.find("a", string="Webinars page")
        assert link["href"] == WEBINARS
        assert f'<a href="{WEBINARS}" data-type="news.WebinarIndexPage"' in str(
            answer["body"]
        )
        for path in (RESULTS_WEBINAR, DATA_CHECK_WEBINAR):
            assert "Registration is closed." in self.text(path)
            assert self.json(path)["registration"] is None
            assert "example.org/register" not in str(self.main(path))

    def test_24_the_section_of_the_legislation_page(self):
        news = self.main(QAS_NEWS)

        link = news.find("a", href=f"{LEGISLATION}#mep-policy-qas")
        section = self.main(LEGISLATION).find(id="mep-policy-qas")
        assert "MEP Policy Q&As" in words(section)
        assert link["href"] in str(self.json(QAS_NEWS)["body"])
        anchors = [b["value"].get("anchor") for b in self.lists()]
        assert "mep-policy-qas" in anchors

    def lists(self) -> list:
        body = self.json(LEGISLATION)["body"]
        return [block for block in body if block["type"] == "document_list"]

    def test_25_the_webinars_page_lists_both(self):
        main, answer = self.main(WEBINARS), self.json(WEBINARS)

        assert words(main.find("h1")) == answer["title"] == "Webinars"
        children = self.get_json(
            "/api/v2/pages/", child_of=str(answer["id"]), limit="20"
        )
        titles = [item["title"] for item in children["items"]]
        for path in (RESULTS_WEBINAR, DATA_CHECK_WEBINAR):
            assert main.find("a", href=path)
            assert self.json(path)["title"] in titles
