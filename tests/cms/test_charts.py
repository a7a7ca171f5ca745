from cms.charts import BAR_HEIGHT, by_measure, origins
from tests.cms.statistics import SOURCE, SUMMER, statistic

PRIORITY = {**SUMMER, "id": 2, "name": "Priority for services"}


class BarChartTests:
    def test_longest_bar_is_the_largest_figure_and_others_are_its_share(self):
        statistics = [statistic("K-3", 30_000), statistic("4-5", 15_000)]

        (figures,) = by_measure(statistics)

        assert [bar.width for bar in figures.chart.bars] == ["72.00%", "36.00%"]

    def test_bars_stand_below_each_other_with_their_labels_above(self):
        statistics = [statistic("K-3", 3), statistic("4-5", 2)]

        (figures,) = by_measure(statistics)

        first, second = figures.chart.bars
        assert first.label[0].y < first.y
        assert first.y + BAR_HEIGHT < second.label[0].y < second.y
        assert figures.chart.height == second.y + BAR_HEIGHT

    def test_long_label_takes_more_lines(self):
        words = "Children of the second of three grade bands in summer"
        statistics = [statistic(words, 3), statistic("4-5", 2)]

        (figures,) = by_measure(statistics)

        label = figures.chart.bars[0].label
        assert " ".join(line.text for line in label) == words
        assert len(label) == 2

    def test_shows_figures_as_people_read_them(self):
        statistics = [statistic("K-3", 31_903), statistic("4-5", 15_421)]

        (figures,) = by_measure(statistics)

        assert [bar.value for bar in figures.chart.bars] == ["31,903", "15,421"]
        assert figures.chart.description == "K-3: 31,903; 4-5: 15,421."

    def test_row_without_a_value_keeps_its_place_with_words_for_a_bar(self):
        statistics = [
            statistic("Ages 3-5", None),
            statistic("K-3", 2),
            statistic("4-5", 1),
        ]

        (figures,) = by_measure(statistics)

        gap, first, _second = figures.chart.bars
        assert (gap.is_gap, gap.width, gap.value) == (True, "0.00%", "Not available")
        assert not first.is_gap
        assert figures.chart.description.startswith("Ages 3-5: Not available; K-3: 2")

    def test_zero_is_a_figure(self):
        (figures,) = by_measure([statistic("K-3", 0), statistic("4-5", 0)])

        assert [bar.width for bar in figures.chart.bars] == ["0.00%", "0.00%"]
        assert not any(bar.is_gap for bar in figures.chart.bars)

    def test_preliminary_figure_is_marked(self):
        preliminary = statistic("K-3", 2, status="preliminary")

        (figures,) = by_measure([preliminary, statistic("4-5", 1)])

        assert [bar.preliminary for bar in figures.chart.bars] == [True, False]

    def test_one_figure_makes_no_chart(self):
        (figures,) = by_measure([statistic("K-3", 2), statistic("4-5", None)])

        assert figures.chart is None

    def test_negative_figures_make_no_chart(self):
        (figures,) = by_measure([statistic("K-3", 2), statistic("4-5", -1)])

        assert figures.chart is None


class ByMeasureTests:
    def test_only_figures_of_one_measure_stand_together(self):
        statistics = [
            statistic("K-3", 3),
            statistic("K-3", 2, measure=PRIORITY),
            statistic("4-5", 1),
        ]

        measures = by_measure(statistics)

        assert [(f.measure.name, len(f.rows)) for f in measures] == [
            ("Children served in summer", 2),
            ("Priority for services", 1),
        ]

    def test_rows_are_named_by_label_where_groups_do_not_tell_them_apart(self):
        statistics = [statistic("", 3, label="All"), statistic("", 1, label="Some")]

        (figures,) = by_measure(statistics)

        assert [row.name for row in figures.rows] == ["All", "Some"]
        assert not figures.by_group

    def test_equal_footnotes_are_one_note(self):
        statistics = [
            statistic("K-3", 3, footnote="Summer only."),
            statistic("4-5", 2),
            statistic("6-8", 1, footnote="Summer only."),
        ]

        (figures,) = by_measure(statistics)

        assert figures.notes == ["Summer only."]
        assert [row.note for row in figures.rows] == [1, None, 1]

    def test_nothing_gives_nothing(self):
        assert by_measure([]) == []


class OriginsTests:
    def test_each_source_and_period_is_named_once(self):
        later = {"start": None, "end": None, "label": "2015-16"}
        statistics = [
            statistic("K-3", 3),
            statistic("4-5", 2),
            statistic("K-3", 1, period=later),
        ]

        found = origins(statistics)

        assert [(o.source.name, o.period.label) for o in found] == [
            (SOURCE["name"], "2014-15"),
            (SOURCE["name"], "2015-16"),
        ]
