"""What each page says of itself to search engines and to those who share it."""

from django.test import TestCase, override_settings
from wagtail.models import Site

from cms.models import SiteSettings
from tests.factories import (
    HomePageFactory,
    ImageFactory,
    NewsPageFactory,
    StandardPageFactory,
)

from .head import head_of


class SiteTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        site = Site.objects.get(is_default_site=True)
        site.site_name, site.hostname, site.port = "RESULTS", "example.org", 443
        site.save()
        settings = SiteSettings.for_site(site)
        settings.tagline = "For migrant education"
        settings.save()
        cls.home = HomePageFactory(title="RESULTS", seo_title="Results for families")


class TitleTests(SiteTestCase):
    def test_has_the_section_and_the_site(self):
        page = NewsPageFactory(title="The forum in New Orleans")

        assert head_of(page.url).title == "The forum in New Orleans | News | RESULTS"

    def test_the_title_for_search_engines_stands_in_its_place(self):
        page = NewsPageFactory(title="Forum", seo_title="The forum of recruiters")

        head = head_of(page.url)

        assert head.title == "The forum of recruiters | News | RESULTS"
        assert head.named["og:title"] == "Forum"

    def test_a_short_one_has_the_tagline_too(self):
        page = StandardPageFactory(title="About")

        assert head_of(page.url).title == "About | RESULTS | For migrant education"

    def test_the_name_of_the_site_stands_once(self):
        self.home.seo_title = ""
        self.home.save()

        assert head_of("/").title == "RESULTS | For migrant education"

    def test_each_page_of_a_list_has_its_own(self):
        NewsPageFactory.create_batch(11)

        second = head_of("/news/?page=2")

        assert second.title == "News | Page 2 | RESULTS"
        assert second.canonical == "https://example.org/news/?page=2"
        assert second.named["description"].endswith(" Page 2.")
        assert head_of("/news/?page=1").canonical == "https://example.org/news/"

    def test_what_is_not_there_has_one_and_nothing_else(self):
        head = head_of("/nothing/", status=404)

        # Made without a query, it does not know the site's name.
        assert head.title == "Page not found"
        assert head.named["robots"] == "noindex"
        assert not head.canonical
        assert not head.graph


class PreviewTests(SiteTestCase):
    def test_says_what_is_shown_and_where(self):
        page = NewsPageFactory(
            title="The “forum” & more",
            search_description="What was said in New Orleans, in slides and handouts.",
        )

        head = head_of(page.url)

        address = f"https://example.org{page.url}"
        described = "What was said in New Orleans, in slides and handouts."
        assert head.canonical == head.named["og:url"] == address
        assert head.named["description"] == head.named["og:description"] == described
        assert head.named["og:title"] == "The “forum” & more"
        assert head.named["og:site_name"] == "RESULTS"
        assert head.named["og:locale"] == "en_US"
        assert head.named["og:type"] == "article"
        assert head.named["twitter:card"] == "summary_large_image"
        assert head.named["article:published_time"].startswith("2017-10-03T")

    def test_a_page_that_is_no_article_has_no_day(self):
        head = head_of("/")

        assert head.named["og:type"] == "website"
        assert "article:published_time" not in head.named

    def test_the_social_image_goes_before_the_picture_of_the_page(self):
        own, shown = ImageFactory(description="Own"), ImageFactory(description="Shown")
        page = NewsPageFactory(social_image=own, image=shown)
        other = NewsPageFactory(image=shown)

        assert head_of(page.url).named["og:image:alt"] == "Own"
        assert head_of(other.url).named["og:image:alt"] == "Shown"

    def test_a_page_without_a_picture_has_a_drawn_one(self):
        head = head_of(NewsPageFactory().url)

        drawn = "https://example.org/static/news/social/news.png"
        assert head.named["og:image"] == drawn
        assert head.named["og:image:width"] == "1200"
        assert head.named["og:image:height"] == "630"
        assert head.named["og:image:alt"] == "Drawing of a newspaper above a field."
        assert "primaryImageOfPage" not in head.thing("WebPage")

    def test_a_page_may_be_indexed_unless_the_setting_forbids_it(self):
        assert "robots" not in head_of("/").named

        with override_settings(NOINDEX=True):
            assert head_of("/?other=1").named["robots"] == "noindex"


class AroundTests(SiteTestCase):
    def test_the_organization_is_the_site_unless_an_agency_is_named(self):
        organization = head_of("/").thing("Organization")

        assert organization["name"] == "RESULTS"
        assert organization["url"] == "https://example.org/"
        assert organization["logo"].startswith("https://example.org/static/")

        settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
        settings.agency_name, settings.agency_url = "Agency", "https://agency.example"
        settings.contact_email = "help@example.org"
        settings.save()

        agency = head_of("/").thing("Organization")
        assert (agency["name"], agency["url"]) == ("Agency", "https://agency.example")
        assert agency["contactPoint"]["email"] == "help@example.org"
        assert "logo" not in agency
        assert agency["@id"] == organization["@id"]

    def test_the_site_says_how_it_is_searched(self):
        site = head_of("/").thing("WebSite")

        assert site["url"] == "https://example.org/"
        action = site["potentialAction"]
        template = action["target"]["urlTemplate"]
        assert template == "https://example.org/search/?q={search_term_string}"
        assert action["query-input"] == "required name=search_term_string"
        found = self.client.get("/search/", {"q": "forum"})
        assert found.status_code == 200

    def test_the_way_to_a_page_begins_at_home(self):
        page = NewsPageFactory(title="Forum")

        trail = head_of(page.url).thing("BreadcrumbList")["itemListElement"]

        assert [(e["position"], e["name"], e["item"]) for e in trail] == [
            (1, "RESULTS", "https://example.org/"),
            (2, "News", "https://example.org/news/"),
            (3, "Forum", f"https://example.org{page.url}"),
        ]
        assert "BreadcrumbList" not in head_of("/").kinds

    def test_things_refer_to_things_of_the_same_page(self):
        graph = head_of(NewsPageFactory().url).graph
        identities = {each.get("@id") for each in graph}

        referred = [
            value["@id"]
            for each in graph
            for value in each.values()
            if isinstance(value, dict) and set(value) == {"@id"}
        ]

        assert len(referred) >= 6
        assert set(referred) <= identities

    def test_nothing_in_the_words_ends_the_block(self):
        title = "</script><script>alert(1)</script> <!-- & \u2028 ]]>"
        page = NewsPageFactory(title=title)

        response = self.client.get(page.url)

        assert b"<script>alert" not in response.content
        assert head_of(page.url).thing("NewsArticle")["headline"] == title
