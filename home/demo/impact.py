"""Programme years: figures of Ed Data Express, and the one that is not known."""

from datetime import date
from decimal import Decimal

from cms.models import Measure
from cms.statistics import StatisticStatus
from home.models import HomePage, ImpactIndexPage, ImpactPage, Statistic

from .blocks import Block, heading, rich_text, table
from .placing import place_page
from .snippets import Snippets

PERIOD_2014_15 = {"period_start": date(2014, 9, 1), "period_end": date(2015, 8, 31)}

# Eligible migrant children served in a summer term or intersession, 2014-15.
SUMMER_2014_15 = [
    ("Ages 3-5", 10_006),
    ("Grades K-3", 31_903),
    ("Grades 4-5", 15_421),
    ("Grades 6-8", 18_139),
    ("Grades 9-12", 17_569),
]
PRIORITY_K_3_2014_15 = 16_704

# The same measure, grades K-3.
SUMMER_K_3 = {"2011-12": 38_834, "2012-13": 36_006, "2013-14": 33_930}

NOT_TOTAL = "Summer term or intersession only; not total participation."

# The figures of 2014-15 that the home page shows: the one that is not known, and the
# three largest.
AT_HOME = (0, 2, 4, 5)


def place_impact(
    home: HomePage, snippets: Snippets
) -> tuple[ImpactIndexPage, ImpactPage]:
    """Return the index and the programme year that the home page shows."""
    index = place_page(
        home,
        ImpactIndexPage(
            title="Impact",
            slug="impact",
            introduction="<p>Each program year has a page: what was counted, from"
            " which source, and what the figures leave out.</p>",
            summary="Figures of the Migrant Education Program, year by year, with their"
            " definitions and sources.",
            search_description="Figures of the Migrant Education Program by program"
            " year, each with its definition, period, and source.",
        ),
    )
    for year, value in SUMMER_K_3.items():
        place_earlier_year(index, snippets, year, value)
    return index, place_2014_15(index, snippets)


def place_2014_15(index: ImpactIndexPage, snippets: Snippets) -> ImpactPage:
    return place_page(
        index,
        ImpactPage(
            title="Impact in 2014-15",
            slug="2014-15",
            programme_year="2014-15",
            lead="Migrant youth participating in the Migrant Education Program in"
            " 2014-15:",
            statistics=statistics_2014_15(snippets),
            body=body_2014_15(),
            summary="What Ed Data Express reports about migrant children in the program"
            " year 2014-15, and which figure is not available.",
            search_description="Migrant children served in 2014-15 by age and grade, as"
            " Ed Data Express reports them, with definitions.",
            topics=[snippets.reporting],
        ),
    )


def statistics_2014_15(snippets: Snippets) -> list[Statistic]:
    """The participation first: the page says that its number is not known, and why."""
    statistics = [
        Statistic(
            label="Migrant youth participating in the Migrant Education Program",
            measure=snippets.participation,
            status=StatisticStatus.NOT_AVAILABLE,
            reason="The page from which this demonstration was made gives no number.",
        )
    ]
    statistics += [
        reported(
            snippets.summer,
            "Children served in a summer term or intersession",
            group,
            value,
        )
        for group, value in SUMMER_2014_15
    ]
    statistics.append(
        reported(
            snippets.priority,
            "Children with priority for services",
            "Grades K-3",
            PRIORITY_K_3_2014_15,
            footnote="Priority for services only; not total participation.",
        )
    )
    for position, statistic in enumerate(statistics):
        statistic.sort_order = position
        statistic.source = snippets.ed_data_express
        statistic.period_start = PERIOD_2014_15["period_start"]
        statistic.period_end = PERIOD_2014_15["period_end"]
    return statistics


def reported(
    measure: Measure, label: str, group: str, value: int, footnote: str = NOT_TOTAL
) -> Statistic:
    return Statistic(
        label=f"{label}, {lower_first(group)}",
        measure=measure,
        group=group,
        value=Decimal(value),
        footnote=footnote,
    )


def lower_first(group: str) -> str:
    """Return a group as it stands within a phrase: grades K-3."""
    return group[0].lower() + group[1:]


def body_2014_15() -> list[Block]:
    k_3 = SUMMER_K_3 | {"2014-15": dict(SUMMER_2014_15)["Grades K-3"]}
    return [
        heading("How the figures compare"),
        rich_text(
            "<p>One measure, four program years: eligible migrant children in grades"
            " K-3 who were served in a summer term or intersession. It is not total"
            " participation.</p>"
        ),
        table(
            "Eligible migrant children in grades K-3 served in a summer term or"
            " intersession",
            {"Program year": "text", "Children": "number"},
            [[year, str(value)] for year, value in k_3.items()],
            "Ed Data Express",
        ),
    ]


def place_earlier_year(
    index: ImpactIndexPage, snippets: Snippets, year: str, value: int
) -> ImpactPage:
    statistic = reported(
        snippets.summer,
        "Children served in a summer term or intersession",
        "Grades K-3",
        value,
    )
    statistic.source = snippets.ed_data_express
    return place_page(
        index,
        ImpactPage(
            title=f"Impact in {year}",
            slug=year,
            programme_year=year,
            lead=f"Eligible migrant children served in a summer term or intersession"
            f" in {year}:",
            statistics=[statistic],
            summary=f"One figure of the program year {year}, for comparison with"
            " 2014-15: children in grades K-3 served in summer.",
            search_description=f"Migrant children in grades K-3 served in a summer term"
            f" or intersession in {year}, from Ed Data Express.",
            topics=[snippets.reporting],
        ),
    )
