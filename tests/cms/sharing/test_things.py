"""Things in the words of schema.org, as they stand in a page."""

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from cms.sharing.things import json_ld, thing


class ThingTests:
    def test_leaves_out_what_is_not_known(self):
        found = thing(
            "Event", id="#1", name="A", url="", place=None, parts=[], free=False
        )

        assert found == {"@type": "Event", "@id": "#1", "name": "A", "free": False}


class JsonLdTests:
    @given(st.text())
    def test_any_words_come_through_and_none_is_markup(self, words):
        text = json_ld([thing("WebPage", name=words + ".")])

        assert json.loads(text)["@graph"][0]["name"] == words + "."
        assert not set(text) & set("<>&\u2028\u2029")

    def test_moments_are_written_with_their_zone(self):
        text = json_ld([{"startDate": datetime(2017, 10, 26, 18, tzinfo=UTC)}])

        assert '"startDate": "2017-10-26T18:00:00Z"' in text
