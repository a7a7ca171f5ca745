"""A small site in which everything that can refer to something does."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Site

from cms.models import (
    Attachment,
    ChangeNote,
    FooterLink,
    NavigationLink,
    RelatedPage,
    RequiredLink,
    SiteSettings,
)
from home.models import HomePageStatistic, StandardPage, Statistic
from news.models import Place, Presenter
from tests import factories
from tests.cms.publishing.log import private_collection

NOW = datetime(2030, 5, 14, 15, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def make_world() -> "World":
    return World(Making())


def table(
    caption: str, heading: str, cell: str, source: str, kind: str = "text"
) -> Any:
    """Return the value of a table of one cell."""
    columns = [{"type": kind, "heading": heading}]
    cells = {"columns": columns, "rows": [{"values": [cell]}], "caption": caption}
    block = StandardPage._meta.get_field("body").stream_block.child_blocks["table"]
    return block.to_python({"table": cells, "source": source})


def link_to(kind: str, obj: Any) -> str:
    return f'<a linktype="{kind}" id="{obj.pk}">there</a>'


class World:
    """Everything by its name, as the database has it: `world.about` is the page."""

    def __init__(self, made: "Making") -> None:
        self.references = {name: (type(o), o.pk) for name, o in vars(made).items()}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name == "references":
            raise AttributeError(name)
        model, pk = self.references[name]
        return model._default_manager.get(pk=pk)

    def add(self, name: str, obj: Any) -> None:
        self.references[name] = type(obj), obj.pk


class Making:
    """Makes the site, and keeps what it made under names.

    The quiet ones refer to nothing but what stands above them, and nothing refers
    to them.
    """

    def __init__(self) -> None:
        self.make_snippets()
        self.make_files()
        self.home = factories.HomePageFactory(
            title="Home", slug="home", mission="<p>We help.</p>"
        )
        self.make_pages()
        self.make_events()
        self.make_figures()
        self.make_hub()
        self.make_news()
        self.make_translations()
        self.make_surroundings()
        self.complete_home()
        self.make_redirects()
        self.make_quiet_ones()

    def make_snippets(self) -> None:
        self.topic = factories.TopicFactory(name="Topic", slug="topic")
        self.programme = factories.ProgrammeFactory(name="Program")
        self.measure = factories.MeasureFactory(name="Measure")
        self.source = factories.SourceFactory(name="Source")
        self.series = factories.DocumentSeriesFactory(name="Series", slug="series")
        self.office = factories.OfficeFactory(name="Office", phone="555-0100")
        self.term = factories.TermFactory(name="Term", expansion="Terminology")

    def make_files(self) -> None:
        """Make documents in a row, and images; both in a collection below the root."""
        self.shelf = Collection.get_first_root_node().add_child(name="Shelf")
        self.cellar = private_collection()
        self.picture = self.image("Picture")
        self.portrait = self.image("Portrait")
        self.banner = self.image("Banner")
        values: dict[str, Any] = {"series": self.series, "document_type": "policy_qa"}
        self.first = self.document("First", **values, series_position=1)
        self.report = self.document("Report", **values, series_position=2)
        self.last = self.document("Last", **values, series_position=3)
        self.report.topics.add(self.topic)
        self.older = self.document(
            "Older", replaced_by=self.report, replacement_extent="part"
        )
        self.slides = self.document("Slides", document_type="presentation")
        self.transcript = self.document("Transcript", document_type="transcript")
        self.coming = self.document("Coming", released_at=None)

    def image(self, title: str, **values: Any) -> Any:
        filename = f"{title.lower()}.png"
        values = {"collection": self.shelf, "file__filename": filename, **values}
        return factories.ImageFactory(title=title, **values)

    def document(self, title: str, **values: Any) -> Any:
        filename = f"{title.lower()}.pdf"
        values = {"collection": self.shelf, "file__filename": filename, **values}
        values = {"document_type": "guidance", "releases_with_page": False, **values}
        return factories.DocumentFactory(title=title, **values)

    def make_pages(self) -> None:
        """Make sections: About with two levels below it, and a place to move to."""
        self.about = factories.StandardPageFactory(
            title="About", slug="about", social_image=self.banner, topics=[self.topic]
        )
        self.team = factories.StandardPageFactory(
            title="Team", slug="team", parent=self.about
        )
        self.person = factories.StandardPageFactory(
            title="Person", slug="person", parent=self.team
        )
        self.archive = factories.StandardPageFactory(title="Archive", slug="archive")
        self.vault = factories.StandardPageFactory(
            title="Vault", slug="vault", live=False
        )
        self.library = factories.DocumentLibraryPageFactory(slug="library")
        self.glossary = factories.GlossaryPageFactory()
        self.desk = factories.StandardPageFactory(
            title="Desk", slug="desk", show_contact=True
        )

    def make_events(self) -> None:
        self.webinars = factories.WebinarIndexPageFactory(slug="webinars")
        self.webinar = factories.WebinarPageFactory(
            title="Webinar",
            slug="webinar",
            starts_at=NOW + 20 * HOUR,
            registration_closes_at=NOW + 15 * HOUR,
            recording_url="https://example.org/recording",
            transcript=self.transcript,
            contact=self.office,
            attachments=[Attachment(document=self.slides)],
            presenters=[Presenter(name="Ana Example", role="Host")],
        )

    def make_figures(self) -> None:
        self.stories = factories.StoryIndexPageFactory(slug="stories")
        self.story = factories.StoryPageFactory(
            title="Story",
            slug="story",
            quote="We made it",
            portrait=self.portrait,
            programmes=[self.programme],
            places=[Place(name="Brownfield", state="TX", role="sending")],
        )
        self.impact = factories.ImpactIndexPageFactory(slug="impact")
        self.year = factories.ImpactPageFactory(
            title="2028-29",
            slug="2028-29",
            programme_year="2028-29",
            statistics=[
                Statistic(
                    label="Children served",
                    measure=self.measure,
                    source=self.source,
                    value=1234,
                )
            ],
        )
        self.lean_year = factories.ImpactPageFactory(
            title="2027-28", slug="2027-28", programme_year="2027-28"
        )

    def make_hub(self) -> None:
        """Make a page with a block of every kind, most of which lead somewhere."""
        links = f"{link_to('page', self.person)} {link_to('document', self.report)}"
        links += f" {link_to('document', self.coming)} {link_to('page', self.vault)}"
        links += f" {link_to('term', self.term)}"
        figure = {"measure": self.measure, "source": self.source, "value": 7}
        self.hub = factories.StandardPageFactory(
            title="Hub",
            slug="hub",
            body=[
                ("heading", {"text": "Heading", "level": "2"}),
                ("rich_text", f"<p>{links}</p>"),
                ("image", {"image": self.picture, "caption": "Caption"}),
                ("quote", {"text": "Words", "attribution": "Ana"}),
                ("callout", {"kind": "warning", "heading": "Mind", "text": links}),
                ("document_list", {"selection": "series", "series": self.series}),
                (
                    "document_list",
                    {"selection": "type", "document_type": "presentation"},
                ),
                (
                    "document_list",
                    {"selection": "picked", "documents": [self.transcript]},
                ),
                ("statistic", {"label": "Figure", "status": "reported", **figure}),
                ("table", table("Table", "Number", "1", "Source")),
                ("embed", {"title": "Film", "url": "https://example.org/film"}),
                ("call_to_action", {"text": "Go", "page": self.year}),
                ("call_to_action", {"text": "Get", "document": self.older}),
            ],
        )

    def make_news(self) -> None:
        self.news = factories.NewsIndexPageFactory(title="News", slug="news")
        self.brief = factories.NewsPageFactory(
            title="Brief", slug="brief", published_on=date(2030, 5, 1)
        )
        self.item = factories.NewsPageFactory(
            title="Item",
            slug="item",
            published_on=date(2030, 5, 10),
            image=self.picture,
            topics=[self.topic],
            attachments=[Attachment(document=self.report)],
            related_pages=[RelatedPage(related=self.webinar)],
            change_notes=[ChangeNote(changed_on=date(2030, 5, 11), note="Mended")],
        )

    def make_translations(self) -> None:
        self.spanish, _ = Locale.objects.get_or_create(language_code="es")
        self.inicio = self.translated(self.home, title="Inicio", slug="inicio")
        self.acerca = self.translated(self.about, title="Acerca", slug="acerca")

    def translated(self, page: Any, **values: Any) -> Any:
        """Make and publish the Spanish of a page."""
        page = type(page).objects.get(pk=page.pk)
        copy = page.copy_for_translation(self.spanish)
        for name, value in values.items():
            setattr(copy, name, value)
        copy.save_revision().publish()
        return type(page).objects.get(pk=copy.pk)

    def make_surroundings(self) -> None:
        self.site = Site.objects.get(is_default_site=True)
        self.settings = SiteSettings.for_site(self.site)
        self.settings.tagline = "For everyone"
        self.settings.navigation = [
            NavigationLink(page=page, sort_order=n)
            for n, page in enumerate((self.about, self.archive, self.library))
        ]
        self.settings.footer_links = [FooterLink(page=self.hub)]
        self.settings.required_links = [
            RequiredLink(label="Elsewhere", url="https://example.org/")
        ]
        self.settings.save()

    def complete_home(self) -> None:
        home = type(self.home).objects.get(pk=self.home.pk)
        home.impact_page, home.story_page = self.year, self.story
        figure = self.year.statistics.get()
        home.impact_statistics = [HomePageStatistic(statistic=figure)]
        home.save()
        self.home = home

    def make_redirects(self) -> None:
        """Make those of editors: to pages, to documents, and away from the site."""
        self.to_person = self.redirect("to-person", redirect_page=self.person)
        self.to_vault = self.redirect("to-vault", redirect_page=self.vault)
        self.to_slides = self.redirect("to-slides", redirect_link=self.slides.path)
        self.to_coming = self.redirect("to-coming", redirect_link=self.coming.path)
        self.away = self.redirect("away", redirect_link="https://example.org/away")

    def redirect(self, slug: str, **values: Any) -> Any:
        return Redirect.objects.create(old_path=f"/{slug}", **values)

    def make_quiet_ones(self) -> None:
        self.quiet_page = factories.StandardPageFactory(title="Quiet", slug="quiet")
        self.quiet_document = self.document("Quiet document", document_type="form")
        self.quiet_image = self.image("Quiet image")
