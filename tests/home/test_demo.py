"""Items 1 to 15 of the customer's page, each on the site and in the API.

The others are in test_demo_updates.py.
"""

from cms.publishing.models import Publication
from cms.publishing.registry import published_types
from tests.home.demonstration import (
    ABOUT,
    HOME,
    IMPACT,
    STORY,
    DemonstrationTestCase,
    words,
)

GOAL = [
    "challenging academic standards",
    "high school diploma",
    "GED",
    "responsible citizenship",
    "further learning",
    "productive employment",
]
QUOTE = (
    "We need migrant summer programs for migrant students who want a better future for"
    " themselves and who wish to strive for excellence."
)


class FirstItemsTests(DemonstrationTestCase):
    """What the customer's page says before its updates, in its order."""

    def test_01_the_skip_link_is_first_on_every_type_of_page(self):
        """It belongs to the page alone: no JSON has it."""
        paths = dict(Publication.objects.values_list("type", "path"))
        expected = {published.name for published in published_types("pages")}

        assert expected < paths.keys()
        for path in [*filter(None, paths.values()), "/search/"]:
            page = self.page(path)
            first = page.find("body").find(["a", "button", "input", "summary"])
            assert words(first) in (
                "Skip to main content",
                "Saltar al contenido principal",
            )
            target = page.find(id=first["href"].removeprefix("#"))
            assert (target.name, target["tabindex"]) == ("main", "-1")

    def test_02_the_headline_has_three_lines(self):
        lines = [
            "Collaboration & Coordination To",
            "Achieve Results",
            "For Migrant Education",
        ]

        [headline] = self.page(HOME).find_all("h1")

        assert [words(line) for line in headline.find_all("span")] == lines
        assert "Collaboration &amp; Coordination To" in str(headline)
        assert self.json(HOME)["hero_lines"] == lines

    def test_03_our_impact(self):
        headings = [words(h) for h in self.main(HOME).find_all("h2")]

        assert headings[0] == "Our Impact"
        impact = self.json(HOME)["impact"]
        assert (impact["heading"], impact["page"]["path"]) == ("Our Impact", IMPACT)
        assert self.json(IMPACT)["programme_year"] == "2014-15"

    def test_04_the_number_of_participants_is_not_available(self):
        lead = (
            "Migrant youth participating in the Migrant Education Program in 2014-15:"
        )

        for text in (self.text(HOME), self.text(IMPACT)):
            assert lead in text
            assert "Not available" in text
            assert "gives no number" in text
        for answer in (self.json(HOME)["impact"], self.json(IMPACT)):
            first = answer["statistics"][0]
            assert answer["lead"] == lead
            assert (first["value"], first["status"]) == (None, "not_available")
            assert "gives no number" in first["reason"]

    def test_05_the_source_is_ed_data_express(self):
        for path in (HOME, IMPACT):
            links = [words(link) for link in self.main(path).find_all("a")]
            assert "Ed Data Express (external link)" in links
        for statistic in self.json(IMPACT)["statistics"]:
            assert statistic["source"]["name"] == "Ed Data Express"
            assert statistic["period"]["start"] == "2014-09-01"
            assert statistic["period"]["end"] == "2015-08-31"

    def test_06_the_goal_of_the_program(self):
        about = str(self.json(ABOUT)["body"])
        mission = self.json(HOME)["mission"]

        for part in GOAL:
            assert part in self.text(HOME)
            assert part in self.text(ABOUT)
            assert part in mission
            assert part in about

    def test_07_the_purpose_of_the_site(self):
        purpose = "information, tools, and resources"

        assert purpose in self.text(HOME)
        assert purpose in self.text(ABOUT)
        assert purpose in self.json(HOME)["mission"]
        assert purpose in str(self.json(ABOUT)["body"])

    def test_08_the_portrait_is_a_placeholder_and_says_so(self):
        alt = "Placeholder drawing, not a photograph"

        for path in (HOME, STORY):
            image = self.main(path).find("img", alt=lambda text: alt in text)
            assert self.download(image["src"])
        for answer in (self.json(HOME)["story"], self.json(STORY)):
            assert alt in answer["portrait"]["alt"]
            assert answer["portrait"]["renditions"]

    def test_09_the_dennis_luna_story(self):
        assert words(self.main(STORY).find("h1")) == "The Dennis Luna Story"
        assert "The Dennis Luna Story" in self.text(HOME)
        assert self.json(STORY)["title"] == "The Dennis Luna Story"
        assert self.json(HOME)["story"]["title"] == "The Dennis Luna Story"

    def test_10_the_quotation_has_its_words_and_one_pair_of_marks(self):
        for path in (HOME, STORY):
            quote = words(self.main(path).find("blockquote"))
            assert quote == f"“{QUOTE}”"
            assert "Dennis Luna" in words(self.main(path).find(class_="story-quote"))
        for answer in (self.json(HOME)["story"], self.json(STORY)):
            assert answer["quote"] == QUOTE
            assert answer["attribution"] == "Dennis Luna"

    def test_11_the_route_and_the_work(self):
        text, answer = self.text(STORY), self.json(STORY)

        assert "Brownfield, TX" in text
        assert "Fairview, MT" in text
        assert "oeing and thinning sugar beet fields" in text
        assert [(p["name"], p["state"], p["role"]) for p in answer["places"]] == [
            ("Brownfield", "TX", "sending"),
            ("Fairview", "MT", "receiving"),
        ]
        assert answer["work"] == "Hoeing and thinning sugar beet fields"

    def test_12_the_eighth_of_ten_and_the_first_to_graduate(self):
        text, answer = self.text(STORY), self.json(STORY)

        assert "eighth of ten children" in text
        assert "first in the family to graduate from high school" in text
        assert "2011" in text
        assert "eighth of ten children" in str(answer["body"])
        assert answer["graduation_year"] == 2011

    def test_13_the_school_and_its_program(self):
        text, answer = self.text(STORY), self.json(STORY)

        assert "Johnny G. Economedes High School" in text
        assert "Distinguished Achievement High School Program" in text
        assert answer["school"] == "Johnny G. Economedes High School"
        assert "Distinguished Achievement High School Program" in str(answer["body"])

    def test_14_the_two_programs_and_a_curly_apostrophe(self):
        names = [
            "Montana’s Migrant Education Program in Sidney School District",
            "The University of Texas (UT) Migrant Student Graduation Enhancement"
            " Program in Austin",
        ]

        text, answer = self.text(STORY), self.json(STORY)

        for name in names:
            assert name in text
            assert name in [programme["name"] for programme in answer["programmes"]]
        assert "Montana’s Migrant Education Program" in str(answer["body"])

    def test_15_latest_updates_are_dated_and_newest_first(self):
        updates = self.main(HOME).find(id="updates").find_parent("section")
        titles = [
            "2017 National ID&R Forum OME Presentations",
            "New MEP Policy Questions and Answers",
            "Two Webinars on the CSPR Part II for SY 2016-17",
        ]

        assert words(updates.find("h2")) == "Latest Updates"
        assert [words(h) for h in updates.find_all("h3")] == titles
        days = [time["datetime"] for time in updates.find_all("time")]
        assert days == sorted(days, reverse=True)
        home = self.json(HOME)
        assert home["updates_heading"] == "Latest Updates"
        assert [item["title"] for item in home["updates"]] == titles
        assert [item["published_on"] for item in home["updates"]] == days
