"""The rows of one client: nothing is asked for twice, for then it is sent as kept."""

from unittest.mock import Mock, patch

import pytest

from tests.benchmarks import alone
from tests.benchmarks.measure import FULL
from tests.benchmarks.processes import FailedError
from tests.benchmarks.wrk import Load

ROW = alone.Alone("suggest", "/{words}/{number}", alone.typed)


def measured_at(rps: float) -> Load:
    """Measure a row of a server that answers so many questions a second."""
    found = Load(rps, p50=1, p99=2, refused=0, broken=0)
    with (
        patch.object(alone, "load", return_value=found),
        patch.object(alone, "checked"),
    ):
        return alone.measure(ROW, Mock(), FULL)


class AskedOnceTests:
    def test_words_meet_numbers_in_all_their_pairs(self):
        asked = {tuple(one.values()) for one in alone.anew(["one", "two words"])}

        assert len(asked) == 2 * alone.VERSIONS
        assert ("two%20words", "0") in asked

    def test_a_figure_of_what_was_asked_for_twice_is_none(self):
        assert measured_at(2_000).rps == 2_000
        with pytest.raises(FailedError, match="suggest: some was asked for twice"):
            measured_at(3_000)
