"""What is hidden, in each way, and public things that refer to all of it."""

from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth.models import Group, User
from wagtail.models import PageViewRestriction

from cms.models import Attachment, FooterLink, NavigationLink, RelatedPage
from home.models import PinnedUpdate, Statistic
from news.models import Place, Presenter
from tests import factories
from tests.cms.publishing.log import private_collection
from tests.content import at
from tests.freshness.world import NOW, Making, World, link_to

# The last seconds of a day of the site: whatever ends with it ends the age of answers.
NIGHT = datetime(2030, 5, 15, 3, 59, 40, tzinfo=UTC)


class Hiding(Making):
    """Makes the public site, then what is hidden in it."""

    def __init__(self) -> None:
        super().__init__()
        self.make_hidden_snippets()
        self.make_hidden_files()
        self.make_drafts()
        # Wagtail keeps a page public beside a draft that waits, once one was published.
        self.archive.save_revision().publish()
        self.make_private_pages()
        self.make_references()
        self.make_hidden_redirects()
        self.editor = User.objects.create_user("editor", "", "secret")
        self.group = Group.objects.create(name="Readers")

    def make_hidden_snippets(self) -> None:
        self.hidden_topic = factories.TopicFactory(name="Hidden", slug="hidden")
        self.hidden_programme = factories.ProgrammeFactory(name="Hidden")
        self.hidden_measure = factories.MeasureFactory(name="Hidden")
        self.hidden_source = factories.SourceFactory(name="Hidden")
        self.hidden_series = factories.DocumentSeriesFactory(slug="hidden")
        self.hidden_office = factories.OfficeFactory(name="Hidden")
        # Spanish has no glossary.
        self.hidden_term = factories.TermFactory(name="Hidden", locale=self.spanish)

    def make_hidden_files(self) -> None:
        self.vaults = private_collection()
        self.unreleased = self.document(
            "Unreleased",
            released_at=None,
            series=self.series,
            series_position=9,
            replaced_by=self.report,
            replacement_extent="part",
        )
        self.unreleased.topics.add(self.hidden_topic)
        self.private_document = self.document(
            "Private document", collection=self.vaults, series=self.hidden_series
        )
        self.private_image = self.image("Private image", collection=self.vaults)

    def make_drafts(self) -> None:
        self.draft_news = factories.NewsPageFactory(
            title="Draft", slug="draft", parent=self.news, live=False
        )
        self.draft_webinar = factories.WebinarPageFactory(
            slug="draft-webinar", live=False, contact=self.hidden_office
        )
        self.draft_year = factories.ImpactPageFactory(
            slug="1998-99",
            programme_year="1998-99",
            live=False,
            statistics=[self.hidden_figure()],
        )
        self.gone = factories.StandardPageFactory(title="Gone", slug="gone")
        self.gone.unpublish()
        self.home.refresh_from_db()

    def make_private_pages(self) -> None:
        self.private_section = factories.StandardPageFactory(slug="private")
        self.private_page = factories.StandardPageFactory(
            slug="private-page", parent=self.private_section, topics=[self.hidden_topic]
        )
        self.private_news = factories.NewsPageFactory(
            slug="private-news",
            parent=self.news,
            published_on=date(2030, 5, 14),
            topics=[self.topic, self.hidden_topic],
            attachments=[Attachment(document=self.report)],
        )
        self.private_story = factories.StoryPageFactory(
            slug="private-story",
            programmes=[self.hidden_programme],
            places=[Place(name="Somewhere", state="MT")],
        )
        self.private_webinar = factories.WebinarPageFactory(
            slug="private-webinar",
            presenters=[Presenter(name="Somebody")],
            starts_at=NOW,
        )
        self.private_year = factories.ImpactPageFactory(
            slug="1999-00",
            programme_year="1999-00",
            statistics=[self.hidden_figure()],
        )
        pages = (self.private_section, self.private_news, self.private_story)
        for page in (*pages, self.private_webinar, self.private_year):
            PageViewRestriction.objects.create(page=page, restriction_type="login")

    def hidden_figure(self) -> Statistic:
        figure = {"measure": self.hidden_measure, "source": self.hidden_source}
        return Statistic(label="Hidden", value=1, group="Hidden", **figure)

    @property
    def hidden_pages(self) -> list[Any]:
        drafts = [self.draft_news, self.draft_webinar, self.draft_year, self.gone]
        private = [self.private_page, self.private_news, self.private_story]
        return [*drafts, *private, self.private_webinar, self.private_year]

    def make_references(self) -> None:
        """Refer to all of it from a page, a news item, the home page and the site."""
        documents = [self.unreleased, self.private_document]
        links = [link_to("page", page) for page in self.hidden_pages]
        links += [link_to("document", document) for document in documents]
        links += [link_to("term", self.hidden_term)]
        self.nosy = factories.NewsPageFactory(
            title="Nosy",
            slug="nosy",
            parent=self.news,
            image=self.private_image,
            related_pages=[RelatedPage(related=page) for page in self.hidden_pages],
            attachments=[Attachment(document=document) for document in documents],
            body=[
                ("rich_text", " ".join(links)),
                ("image", {"image": self.private_image}),
                ("document_list", {"selection": "series", "series": self.series}),
            ],
        )
        home = type(self.home).objects.get(pk=self.home.pk)
        home.pinned_updates = [
            PinnedUpdate(news_page=page)
            for page in (self.draft_news, self.private_news)
        ]
        home.save()
        for n, page in enumerate(self.hidden_pages, start=10):
            self.settings.navigation.add(NavigationLink(page=page, sort_order=n))
            self.settings.footer_links.add(FooterLink(page=page, sort_order=n))
        self.settings.save()

    def make_hidden_redirects(self) -> None:
        """Make those to what is hidden, and one in whose place a page is."""
        self.to_draft = self.redirect("to-draft", redirect_page=self.draft_news)
        self.to_private = self.redirect("to-private", redirect_page=self.private_news)
        self.to_unreleased = self.redirect(
            "to-unreleased", redirect_link=self.unreleased.path
        )
        self.to_address = self.redirect(
            "to-address", redirect_link=self.private_page.get_url()
        )
        self.behind_about = self.redirect("about", redirect_link="https://example.org/")


def make_hiding_world() -> World:
    with at(NOW):
        return World(Hiding())
