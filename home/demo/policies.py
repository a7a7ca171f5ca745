"""The pages that say how the site is run, and whom to ask.

The wording is ours and names no agency; the dates are chosen (dates.py).
"""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from cms.models.navigation import Subject
from home.models import HomePage, StandardPage

from . import dates
from .blocks import Block, heading, page_link, rich_text
from .placing import place_page


@dataclass(frozen=True)
class Policies:
    """The pages by what they are."""

    accessibility: StandardPage
    privacy: StandardPage
    website: StandardPage
    disclosure: StandardPage
    contact: StandardPage

    @property
    def footer(self) -> list[StandardPage]:
        return [self.contact, self.accessibility, self.privacy, self.website]

    @property
    def required(self) -> dict[Subject, StandardPage]:
        return {
            Subject.ACCESSIBILITY: self.accessibility,
            Subject.PRIVACY: self.privacy,
            Subject.DISCLOSURE: self.disclosure,
        }


def place_policies(home: HomePage) -> Policies:
    contact = place_contact(home)
    accessibility = place_accessibility(home, contact)
    privacy = place_privacy(home)
    disclosure = place_disclosure(home)
    website = place_website(home, privacy, disclosure)
    return Policies(accessibility, privacy, website, disclosure, contact)


def place_policy(home: HomePage, body: list[Block], **values: Any) -> StandardPage:
    """Place a page that somebody has reviewed, and will again."""
    today = timezone.localdate()
    page = StandardPage(
        body=body,
        reviewed_on=today,
        review_due_on=today + dates.POLICIES_HOLD_FOR,
        **values,
    )
    return place_page(home, page)


def place_contact(home: HomePage) -> StandardPage:
    return place_policy(
        home,
        [
            rich_text(
                "<p>Are you looking for a program near you, a document, or the date of"
                " a webinar? Try the search first: most answers are on this site.</p>"
                "<p>If you do not find it, write or call. You may do so in English or"
                " Spanish.</p>"
            ),
        ],
        title="Contact",
        slug="contact",
        show_contact=True,
        summary="Whom to ask about the program, a document, or this site.",
        search_description="How to reach the people behind this site by email or phone,"
        " in English or Spanish, and what to try first.",
    )


def place_accessibility(home: HomePage, contact: StandardPage) -> StandardPage:
    return place_policy(
        home,
        [
            rich_text(
                "<p>This site is built for everyone. It aims at level AA of the Web"
                " Content Accessibility Guidelines (WCAG) 2.2, and at Section 508 of"
                " the Rehabilitation Act.</p>"
                "<ul><li>It works with a keyboard, with a screen reader, enlarged to"
                " 400 percent, and without script.</li>"
                "<li>Every chart has a table with the same figures.</li>"
                "<li>Links to files say what type and size they have; links to other"
                " sites say that they leave this one.</li></ul>"
            ),
            heading("What is not accessible yet"),
            rich_text(
                "<p>Some documents were made before these rules. The page of each"
                " document says what its file lacks. Ask for another format, and you"
                " will get it.</p>"
            ),
            heading("How to comment"),
            rich_text(
                "<p>Tell us what does not work for you: the address of the page, what"
                " you wanted to do, and what you use to read it. Write or call as shown"
                f" below, or see {page_link(contact, contact.title)}. You may also ask"
                " for a document in another format.</p>"
            ),
        ],
        title="Accessibility",
        slug="accessibility",
        show_contact=True,
        summary="How this site is built for everyone, and whom to tell when it does"
        " not work for you.",
        search_description="How this site meets accessibility guidelines, what is not"
        " accessible yet, and how to comment or ask for another format.",
    )


def place_privacy(home: HomePage) -> StandardPage:
    return place_policy(
        home,
        [
            rich_text(
                "<p>Reading this site sets no cookie, and no page loads anything"
                " from another website. A link to another site leads out of this"
                " one; the rules of that site apply there.</p>"
            ),
            heading("What is counted"),
            rich_text(
                "<p>The words that are looked for are counted by the month, without"
                " anything about who asked.</p>"
            ),
            heading("If you write to us"),
            rich_text(
                "<p>What you write is used to answer you, and for nothing else.</p>"
            ),
            heading("People in stories"),
            rich_text(
                "<p>A story is published with the consent of the person, or with a"
                " reason that is on record why none is needed.</p>"
            ),
        ],
        title="Privacy",
        slug="privacy",
        summary="What this site stores about its visitors: no cookies, and nothing"
        " loaded from elsewhere.",
        search_description="Reading this site sets no cookie, and no page loads"
        " anything from another website.",
    )


def place_website(
    home: HomePage, privacy: StandardPage, disclosure: StandardPage
) -> StandardPage:
    return place_policy(
        home,
        [
            heading("Links to other sites"),
            rich_text(
                "<p>A link to another site is marked with an arrow. It is there because"
                " readers may need it, and endorses nobody.</p>"
            ),
            heading("Use of what is published here"),
            rich_text(
                "<p>Text and figures may be copied and passed on; please name this site"
                " and the date. A picture has its own credit beside it.</p>"
            ),
            heading("Dates and corrections"),
            rich_text(
                "<p>A page says when it was published, when it changed in a way that"
                " matters, and what changed. What no longer holds stays at its address"
                " with a notice.</p>"
            ),
            heading("More"),
            rich_text(
                f"<ul><li>{page_link(privacy, privacy.title)}</li>"
                f"<li>{page_link(disclosure, disclosure.title)}</li></ul>"
            ),
        ],
        title="Website policies",
        slug="website-policies",
        summary="What holds for links, for the use of texts and pictures, and for"
        " corrections.",
        search_description="The rules of this site for links to other sites, for the"
        " use of texts and pictures, and for dates and corrections.",
    )


def place_disclosure(home: HomePage) -> StandardPage:
    return place_policy(
        home,
        [
            rich_text(
                "<p>If you find a weakness of this site, tell us before you tell"
                " others. The address is in"
                ' <a href="/.well-known/security.txt">security.txt</a>.</p>'
            ),
            heading("What we ask of you"),
            rich_text(
                "<ul><li>Stop as soon as you have found that there is a weakness, and"
                " do not read, change, or keep data of others.</li>"
                "<li>Do nothing that slows the site for others, and do not try to trick"
                " people.</li>"
                "<li>Give us 90 days to mend it before you publish anything.</li></ul>"
            ),
            heading("What you may expect"),
            rich_text(
                "<ul><li>An answer within three working days.</li>"
                "<li>No legal action because of research that kept to this page.</li>"
                "<li>Word of what was done about it.</li></ul>"
            ),
            heading("What to write"),
            rich_text(
                "<p>The address of the page, what you did, step by step, and what"
                " happened. You need not give your name.</p>"
            ),
        ],
        title="Vulnerability disclosure policy",
        slug="vulnerability-disclosure",
        summary="How to report a weakness of this site, and what you may expect.",
        search_description="How to report a weakness of this site, what we ask of you,"
        " and what you may expect of us.",
    )
