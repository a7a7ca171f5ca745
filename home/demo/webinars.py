"""Events of the customer's page and of public record, and one that is yet to come."""

from dataclasses import dataclass
from datetime import date, time

from home.models import HomePage
from news.models import Presenter, WebinarIndexPage, WebinarPage
from news.models.webinar import WebinarKind

from . import dates
from .blocks import callout, rich_text
from .documents import Documents
from .placing import attached, place_page
from .snippets import Snippets

OME = "Office of Migrant Education (OME)"

HOURS_CHOSEN = callout(
    "About the hours",
    "<p>Only the days of this event are known. Its hours in the API were chosen for"
    " this demonstration.</p>",
)
SAMPLE_AGENDA = [
    callout(
        "A sample event",
        "<p>This webinar was made up to show how registration works. Its date is"
        " computed, so that it lies ahead when the demonstration is loaded.</p>",
    ),
    rich_text(
        "<ol><li>Finding a document and seeing whether it is current</li>"
        "<li>Following what is new</li><li>Questions</li></ol>"
    ),
]
RESULTS_AGENDA = (
    "<p>The first of two webinars that help directors of the Migrant Education Program"
    " (MEP) to submit section 2.3, the MEP section, of the Consolidated State"
    " Performance Report (CSPR) Part II for school year (SY) 2016-17 accurately. It is"
    " about results and changes.</p>"
)
DATA_CHECK_AGENDA = (
    "<p>The second of two webinars that help directors of the Migrant Education Program"
    " (MEP) to submit section 2.3, the MEP section, of the Consolidated State"
    " Performance Report (CSPR) Part II for school year (SY) 2016-17 accurately. It is"
    " about the data check sheet.</p>"
)


@dataclass(frozen=True)
class Webinars:
    """The events to which news items lead."""

    index: WebinarIndexPage
    forum: WebinarPage
    results: WebinarPage
    data_check: WebinarPage


def place_webinars(
    home: HomePage, snippets: Snippets, documents: Documents
) -> Webinars:
    index = place_page(
        home,
        WebinarIndexPage(
            title="Webinars",
            slug="webinars",
            introduction="<p>Webinars, forums, and meetings for the people who run"
            " migrant programs. Registration is offered until it closes.</p>",
            summary="Webinars, forums, and meetings: those to come, with registration,"
            " and those that were.",
            search_description="Upcoming webinars with registration, and past webinars,"
            " forums, and meetings on migrant education.",
        ),
    )
    place_directors_meetings(index, snippets)
    webinars = Webinars(
        index=index,
        forum=place_forum(index, snippets, documents),
        results=place_results(index, snippets),
        data_check=place_data_check(index, snippets),
    )
    place_webinar_to_come(index, snippets)
    return webinars


def place_results(index: WebinarIndexPage, snippets: Snippets) -> WebinarPage:
    return place_page(
        index,
        WebinarPage(
            title="MEP CSPR Part II: Results and Changes for SY 2016-17",
            slug="mep-cspr-part-ii-results-and-changes-sy-2016-17",
            starts_at=dates.moment(date(2017, 10, 26), time(14)),
            ends_at=dates.moment(date(2017, 10, 26), time(16)),
            registration_url="https://example.org/register/cspr-results-and-changes",
            presenters=[Presenter(name=OME)],
            agenda=[rich_text(RESULTS_AGENDA)],
            contact=snippets.help_desk,
            summary="The first of two webinars on section 2.3 of the CSPR Part II for"
            " school year 2016-17.",
            search_description="Webinar of October 26, 2017, for MEP directors: results"
            " and changes in the CSPR Part II for SY 2016-17.",
            topics=[snippets.reporting],
        ),
    )


def place_data_check(index: WebinarIndexPage, snippets: Snippets) -> WebinarPage:
    return place_page(
        index,
        WebinarPage(
            title="CSPR Part II Data Check Sheet",
            slug="cspr-part-ii-data-check-sheet",
            starts_at=dates.moment(date(2017, 11, 2), time(14)),
            ends_at=dates.moment(date(2017, 11, 2), time(16)),
            registration_url="https://example.org/register/cspr-data-check-sheet",
            presenters=[Presenter(name=OME)],
            agenda=[rich_text(DATA_CHECK_AGENDA)],
            contact=snippets.help_desk,
            summary="The second of two webinars on section 2.3 of the CSPR Part II for"
            " school year 2016-17.",
            search_description="Webinar of November 2, 2017, for MEP directors: the"
            " data check sheet of the CSPR Part II for SY 2016-17.",
            topics=[snippets.reporting],
        ),
    )


def place_forum(
    index: WebinarIndexPage, snippets: Snippets, documents: Documents
) -> WebinarPage:
    return place_page(
        index,
        WebinarPage(
            title="2017 National ID&R Forum",
            slug="2017-national-idr-forum",
            kind=WebinarKind.FORUM,
            starts_at=dates.moment(date(2017, 9, 19), dates.DOORS_OPEN, dates.CENTRAL),
            ends_at=dates.moment(date(2017, 9, 21), dates.DOORS_CLOSE, dates.CENTRAL),
            time_zone="America/Chicago",
            virtual=False,
            place="New Orleans, Louisiana",
            agenda=[
                rich_text(
                    "<p>The forum was about the identification and recruitment"
                    " (ID&amp;R) of migrant children. The Office of Migrant Education"
                    " (OME) held sessions.</p>"
                ),
                HOURS_CHOSEN,
            ],
            attachments=attached(documents.forum),
            contact=snippets.help_desk,
            summary="The national forum on identification and recruitment (ID&R), held"
            " September 19-21, 2017, in New Orleans.",
            search_description="The 2017 national forum on identification and"
            " recruitment, held September 19-21 in New Orleans, Louisiana.",
            topics=[snippets.recruitment],
        ),
    )


def place_directors_meetings(index: WebinarIndexPage, snippets: Snippets) -> None:
    place_directors_meeting(
        index, snippets, date(2017, 3, 6), date(2017, 3, 8), "Washington, D.C."
    )
    place_directors_meeting(
        index, snippets, date(2018, 3, 5), date(2018, 3, 7), place=""
    )


def place_directors_meeting(
    index: WebinarIndexPage, snippets: Snippets, first: date, last: date, place: str
) -> WebinarPage:
    days = f"March {first.day}-{last.day}, {first.year}"
    return place_page(
        index,
        WebinarPage(
            title=f"Annual Directors’ Meeting {first.year}",
            slug=f"annual-directors-meeting-{first.year}",
            kind=WebinarKind.MEETING,
            starts_at=dates.moment(first, dates.DOORS_OPEN),
            ends_at=dates.moment(last, dates.DOORS_CLOSE),
            virtual=False,
            place=place,
            agenda=[HOURS_CHOSEN],
            contact=snippets.help_desk,
            summary=f"The yearly meeting of program directors, held {days}.",
            search_description="The yearly meeting of the directors of migrant"
            f" education programs, held {days}.",
            topics=[snippets.coordination],
        ),
    )


def place_webinar_to_come(index: WebinarIndexPage, snippets: Snippets) -> WebinarPage:
    day = dates.next_webinar_on()
    starts_at = dates.moment(day, dates.SAMPLE_WEBINAR_FROM)
    return place_page(
        index,
        WebinarPage(
            title="Sample Webinar: Finding Your Way Around This Site",
            slug="sample-webinar-finding-your-way",
            starts_at=starts_at,
            ends_at=dates.moment(day, dates.SAMPLE_WEBINAR_UNTIL),
            registration_url="https://example.org/register/sample-webinar",
            registration_closes_at=starts_at - dates.REGISTRATION_CLOSES_BEFORE,
            presenters=[Presenter(name="A sample presenter", organisation="Example")],
            agenda=SAMPLE_AGENDA,
            contact=snippets.help_desk,
            summary="A sample of a webinar that is yet to come: registration is open"
            " until an hour before it starts.",
            search_description="A sample webinar of this demonstration, with open"
            " registration, about finding your way around the site.",
        ),
    )
