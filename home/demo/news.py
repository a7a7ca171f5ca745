"""The three updates of the customer's home page."""

from wagtail.models import Page

from cms.models import CustomImage, RelatedPage
from home.models import HomePage, StandardPage
from news.models import NewsIndexPage, NewsPage
from news.models.news import NewsCategory

from . import dates
from .blocks import callout, page_button, page_link, rich_text
from .documents import Documents
from .glossary import Glossary
from .placing import attached, place_page
from .snippets import Snippets
from .webinars import Webinars

SAMPLES = callout(
    "About these files",
    "<p>The files on this page are samples of this demonstration. They hold the place"
    " of the real ones and state no policy.</p>",
)


def place_news_index(home: HomePage) -> NewsIndexPage:
    return place_page(
        home,
        NewsIndexPage(
            title="News",
            slug="news",
            introduction="<p>What is new: documents, events, and data.</p>",
            summary="Announcements, new documents, events, and data, newest first.",
            search_description="News for migrant education programs: announcements, new"
            " documents, events, and data, newest first.",
        ),
    )


def related(pages: list[Page]) -> list[RelatedPage]:
    return [RelatedPage(related=page, sort_order=n) for n, page in enumerate(pages)]


def place_forum_news(
    index: NewsIndexPage,
    snippets: Snippets,
    documents: Documents,
    webinars: Webinars,
    hall: CustomImage,
) -> NewsPage:
    return place_page(
        index,
        NewsPage(
            title="2017 National ID&R Forum OME Presentations",
            slug="2017-national-idr-forum-ome-presentations",
            published_on=dates.FORUM_REPORTED_ON,
            category=NewsCategory.EVENT,
            lead="The presentations and handouts of OME’s sessions at the 2017 National"
            " ID&R Forum can be downloaded.",
            image=hall,
            body=[
                rich_text(
                    "<p>The 2017 National ID&amp;R Forum took place on September 19-21,"
                    " 2017, in New Orleans, Louisiana. What the Office of Migrant"
                    " Education (OME) presented and handed out in its sessions is"
                    " attached here.</p>"
                ),
                SAMPLES,
            ],
            attachments=attached(documents.forum),
            related_pages=related([webinars.forum]),
            summary="Presentations and handouts of OME’s sessions at the forum in New"
            " Orleans, September 19-21, 2017.",
            search_description="Download the presentations and handouts of OME’s"
            " sessions at the 2017 National ID&R Forum in New Orleans.",
            topics=[snippets.recruitment],
        ),
    )


def place_qas_news(
    index: NewsIndexPage,
    snippets: Snippets,
    documents: Documents,
    legislation: StandardPage,
    glossary: Glossary,
) -> NewsPage:
    page = page_link(legislation, "Legislation page")
    section = (
        f'<a href="{legislation.url}#mep-policy-qas">MEP Policy Q&amp;As section</a>'
    )
    return place_page(
        index,
        NewsPage(
            title="New MEP Policy Questions and Answers",
            slug="new-mep-policy-questions-and-answers",
            published_on=dates.QAS_ANNOUNCED_ON,
            category=NewsCategory.DOCUMENT_RELEASE,
            lead="The Office of Migrant Education has answered frequently asked"
            " questions about policy. Two issues can be downloaded.",
            body=[
                rich_text(
                    glossary.mark(
                        "<p>The Office of Migrant Education (OME) answered questions"
                        " about policy that were asked often:</p>"
                        "<ul><li>in the May ID&amp;R Work Group Meeting,</li>"
                        "<li>in the webinar on revisions to the national Certificate of"
                        " Eligibility (COE), and</li>"
                        "<li>by states and local educational agencies (LEAs) in the"
                        " third quarter of fiscal year (FY) 2017.</li></ul>"
                        "<p>The answers are attached. They also stand in the"
                        f" {section} of the {page}.</p>"
                    )
                ),
                SAMPLES,
            ],
            attachments=attached([documents.qas_july, documents.qas_august]),
            related_pages=related([legislation]),
            summary="Answers to frequent questions about policy, in two issues of the"
            " MEP Policy Q&As.",
            search_description="Two new issues of the MEP Policy Q&As answer frequent"
            " questions from states and local educational agencies.",
            topics=[snippets.policy, snippets.recruitment, snippets.eligibility],
        ),
    )


def place_webinar_news(
    index: NewsIndexPage, snippets: Snippets, webinars: Webinars, glossary: Glossary
) -> NewsPage:
    """The update that has no headline on the customer's page: it is ours."""
    results = page_link(webinars.results, webinars.results.title)
    data_check = page_link(webinars.data_check, webinars.data_check.title)
    return place_page(
        index,
        NewsPage(
            title="Two Webinars on the CSPR Part II for SY 2016-17",
            slug="two-webinars-cspr-part-ii-sy-2016-17",
            published_on=dates.WEBINARS_ANNOUNCED_ON,
            category=NewsCategory.ANNOUNCEMENT,
            lead="Two webinars help MEP directors to submit section 2.3 of the CSPR"
            " Part II for SY 2016-17 accurately.",
            body=[
                rich_text(
                    glossary.mark(
                        "<p>The Office of Migrant Education (OME) supports directors of"
                        " the Migrant Education Program (MEP) who submit the 2.3 MEP"
                        " section of the CSPR Part II for school year (SY) 2016-17:</p>"
                        f"<ul><li>{results}: October 26, 2017, 2-4 p.m. Eastern"
                        f" Time</li><li>{data_check}: November 2, 2017, 2-4 p.m."
                        " Eastern Time</li></ul><p>Registration is on the"
                        f" {page_link(webinars.index, 'Webinars page')}, and closes"
                        " when a webinar begins.</p>"
                    )
                ),
                page_button("Go to the Webinars page", webinars.index),
            ],
            related_pages=related([webinars.results, webinars.data_check]),
            summary="Webinars on October 26 and November 2, 2017, about section 2.3 of"
            " the CSPR Part II.",
            search_description="Two webinars in fall 2017 help MEP directors to submit"
            " section 2.3 of the CSPR Part II for SY 2016-17.",
            topics=[snippets.reporting],
        ),
    )
