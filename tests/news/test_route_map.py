"""Routes on the map of tiles."""

from collections import Counter

import pytest
from django.test import TestCase

from news.api import Place as PublicPlace
from news.models import Place
from news.route_map import MARGIN, STEP, route_map
from news.state_grid import COLUMNS, ROWS, STATES, code_of
from tests.content import main_of, words
from tests.factories import StoryPageFactory


def places(*states: str) -> list[PublicPlace]:
    return [
        PublicPlace(name=f"In {s}", state=s, role="other", role_label="Other")
        for s in states
    ]


class GridTests:
    def test_all_states_have_a_square_of_their_own(self):
        squares = Counter((column, row) for _name, column, row in STATES.values())

        assert len(STATES) == 52
        assert max(squares.values()) == 1
        assert all(0 <= c < COLUMNS and 0 <= r < ROWS for c, r in squares)

    @pytest.mark.parametrize(
        ("first", "second", "axis"),
        [("WA", "ME", 0), ("CA", "FL", 0), ("MT", "TX", 1), ("MI", "AL", 1)],
    )
    def test_west_is_left_and_north_is_up(self, first, second, axis):
        assert STATES[first][1 + axis] < STATES[second][1 + axis]

    def test_states_are_known_by_code_and_by_name(self):
        for text in ("TX", "tx", " Texas ", "TEXAS"):
            assert code_of(text) == "TX"
        for text in ("", "Mexico", "Tex", "XX"):
            assert code_of(text) == ""


class RouteMapTests:
    def test_marks_the_states_and_draws_a_leg_between_them(self):
        found = route_map(places("TX", "Montana"))

        assert {t.code for t in found.tiles if t.is_on_route} == {"TX", "MT"}
        assert len(found.legs) == 1

    def test_the_way_back_lies_elsewhere_and_each_leg_is_drawn_once(self):
        found = route_map(places("TX", "MT", "TX", "MT"))

        assert len(found.legs) == len(set(found.legs)) == 2

    def test_a_stop_in_the_same_state_is_no_leg(self):
        assert len(route_map(places("TX", "TX", "MT")).legs) == 1

    def test_a_country_has_no_square_and_is_left_to_the_list(self):
        found = route_map(places("Mexico", "TX", "MT"))

        assert len(found.legs) == 1

    def test_nothing_to_draw_is_no_map(self):
        for states in ((), ("TX",), ("TX", "TX"), ("TX", "Mexico"), ("A", "B")):
            assert route_map(places(*states)) is None

    def test_everything_is_within_the_drawing(self):
        found = route_map(places("AK", "PR", "WA"))

        left, top, width, height = map(int, found.view_box.split())
        assert (left, top) == (-MARGIN, -MARGIN)
        assert all(t.x + STEP <= left + width + STEP for t in found.tiles)
        assert max(t.y for t in found.tiles) < top + height


class StoryTests(TestCase):
    def test_the_map_says_in_words_what_the_list_says(self):
        story = StoryPageFactory(
            places=[
                Place(name="Brownfield", state="TX", role="sending", sort_order=0),
                Place(name="Fairview", state="MT", role="receiving", sort_order=1),
            ]
        )

        main = main_of(story.url)

        assert words(main.find("ol", class_="route")).startswith(
            "Brownfield, TX Sending Fairview, MT"
        )
        description = words(main.find("desc"))
        assert description.endswith("in order: Brownfield, TX; Fairview, MT.")

    def test_a_story_without_a_route_has_no_map(self):
        assert main_of(StoryPageFactory().url).find("svg") is None
