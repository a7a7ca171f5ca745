"""Pages of running text, and the library."""

from documents.choices import DocumentType
from documents.models import DocumentLibraryPage
from home.models import HomePage, StandardPage

from .blocks import (
    callout,
    heading,
    page_button,
    picked_list,
    rich_text,
    series_list,
    type_list,
)
from .documents import Documents
from .glossary import Glossary
from .placing import place_page
from .snippets import Snippets

DEMONSTRATION = callout(
    "This is a demonstration",
    "<p>The facts are those of a public page of 2017. The files are samples, and"
    " nothing here may be relied on as policy.</p>",
)


def place_library(home: HomePage) -> DocumentLibraryPage:
    return place_page(
        home,
        DocumentLibraryPage(
            title="Documents",
            slug="documents",
            introduction="<p>Questions and answers, guidance, forms, and the files of"
            " events. Each says whether it is current, and what replaced it if it is"
            " not.</p>",
            summary="All documents, by type, series, topic, year, and status.",
            search_description="Policy Q&As, guidance, forms, presentations, and"
            " handouts, each with its date and whether it is current.",
        ),
    )


def place_legislation(
    home: HomePage, snippets: Snippets, documents: Documents, glossary: Glossary
) -> StandardPage:
    return place_page(
        home,
        StandardPage(
            title="Legislation",
            slug="legislation",
            body=[
                rich_text(
                    glossary.mark(
                        "<p>Here are the documents that explain the rules of the"
                        " Migrant Education Program (MEP): answers to questions from"
                        " states and local educational agencies, guidance, and the form"
                        " on which eligibility is recorded (COE).</p>"
                    )
                ),
                series_list(
                    snippets.policy_qas,
                    "MEP Policy Q&As",
                    "Answers to questions about policy. Each issue adds to those before"
                    " it and replaces none of them.",
                ),
                type_list(
                    DocumentType.GUIDANCE,
                    "Non-Regulatory Guidance",
                    "The guidance of October 2010 replaced the draft of 2003. Read it"
                    " together with the chapters revised in March 2017.",
                ),
                picked_list(
                    [documents.certificate],
                    "Certificate of Eligibility",
                    "The national Certificate of Eligibility (COE), OMB 1810-0662, has"
                    " been required since July 1, 2017.",
                ),
                DEMONSTRATION,
            ],
            summary="The documents that explain the rules: MEP Policy Q&As,"
            " non-regulatory guidance, and the Certificate of Eligibility.",
            search_description="MEP Policy Q&As, non-regulatory guidance, and the"
            " national Certificate of Eligibility in one place.",
            topics=[snippets.policy, snippets.eligibility],
        ),
    )


def place_about(
    home: HomePage,
    snippets: Snippets,
    library: DocumentLibraryPage,
    glossary: Glossary,
) -> StandardPage:
    return place_page(
        home,
        StandardPage(
            title="About",
            slug="about",
            body=[
                heading("The goal of the program"),
                rich_text(
                    glossary.mark(
                        "<p>The Migrant Education Program (MEP) wants all migrant"
                        " students to reach challenging academic standards and to"
                        " graduate with a high school diploma, or to complete a GED."
                        " Both prepare them for responsible citizenship, further"
                        " learning, and productive employment.</p>"
                    )
                ),
                heading("The purpose of this site"),
                rich_text(
                    "<p>Children who move need programs that work together. This site"
                    " provides information, tools, and resources that help migrant"
                    " programs coordinate their work between states.</p>"
                ),
                page_button("Browse the documents", library),
                DEMONSTRATION,
            ],
            summary="What the Migrant Education Program wants to achieve, and what this"
            " site is for.",
            search_description="The goal of the Migrant Education Program, and how this"
            " site helps programs coordinate between states.",
            topics=[snippets.coordination],
        ),
    )
