"""Two editors who have the same image or snippet open."""

from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Site

from cms.models import CustomImage, NavigationLink, SiteSettings, Topic
from cms.stale_forms import SEEN
from tests.factories import (
    DocumentSeriesFactory,
    HomePageFactory,
    ImageFactory,
    MeasureFactory,
    OfficeFactory,
    ProgrammeFactory,
    SourceFactory,
    TermFactory,
    TopicFactory,
)

REFUSED = "Somebody else changed this record while you had it open"


class StaleFormCase(TestCase):
    def setUp(self):
        HomePageFactory()
        self.client.force_login(User.objects.create_superuser("admin"))

    def form_at(self, url: str) -> dict[str, str]:
        """Return what a browser would send of the form that stands there."""
        form = self.client.get(url).context["form"]
        values = {field.html_name: field.value() for field in form}
        return {n: v for n, v in values.items() if v is not None and n != "file"}


class SnippetTests(StaleFormCase):
    def setUp(self):
        super().setUp()
        self.topic = TopicFactory(name="Policy", slug="policy")
        name = Topic.snippet_viewset.get_url_name("edit")
        self.url = reverse(name, args=[self.topic.pk])
        self.opened = self.form_at(self.url)

    def test_one_alone_saves_at_once(self):
        self.client.post(self.url, self.opened | {"name": "Policies"})

        assert Topic.objects.get().name == "Policies"

    def test_the_later_one_is_told_of_the_earlier_and_saves_nothing(self):
        Topic.objects.update(name="Rules")

        response = self.client.post(self.url, self.opened | {"slug": "policies"})

        self.assertContains(response, f"{REFUSED}: “Name”")
        assert Topic.objects.get().slug == "policy"

    def test_who_sends_it_again_means_it(self):
        Topic.objects.update(name="Rules")
        response = self.client.post(self.url, self.opened)
        seen = response.context["form"][SEEN].value()

        self.client.post(self.url, self.opened | {SEEN: seen})

        assert Topic.objects.get().name == "Policy"

    def test_the_form_of_each_kind_of_snippet_says_what_it_saw(self):
        for made_by in (
            *(DocumentSeriesFactory, MeasureFactory, OfficeFactory),
            *(ProgrammeFactory, SourceFactory, TermFactory),
        ):
            snippet = made_by()
            name = snippet.snippet_viewset.get_url_name("edit")

            response = self.client.get(reverse(name, args=[snippet.pk]))

            self.assertContains(response, f'name="{SEEN}"', count=1)


class SettingsTests(StaleFormCase):
    def setUp(self):
        super().setUp()
        self.settings = SiteSettings.for_site(Site.objects.get())
        url = reverse("wagtailsettings:edit", args=["cms", "sitesettings", 1])
        self.url = self.client.get(url, follow=True).request["PATH_INFO"]

    def opened(self) -> dict[str, str]:
        """Return what a browser would send of the form and of its lists of links."""
        form = self.client.get(self.url).context["form"]
        lists = form.formsets.values()
        forms = [
            form,
            *(f.management_form for f in lists),
            *(f for s in lists for f in s),
        ]
        values = {f.html_name: f.value() for one in forms for f in one}
        return {n: v for n, v in values.items() if v is not None and v is not False}

    def link(self, **values) -> NavigationLink:
        link = NavigationLink(
            url="https://example.org/", label="About", sort_order=1, **values
        )
        self.settings.navigation.add(link)
        self.settings.save()
        return link

    def test_one_alone_saves_at_once(self):
        self.link()

        self.client.post(self.url, self.opened() | {"navigation-0-label": "Of us"})

        assert NavigationLink.objects.get().label == "Of us"

    def test_the_later_one_is_told_of_the_earlier_and_saves_nothing(self):
        opened = self.opened()
        SiteSettings.objects.update(tagline="For families")

        response = self.client.post(self.url, opened | {"agency_name": "Agency"})

        self.assertContains(response, f"{REFUSED}: “Tagline”")
        self.settings.refresh_from_db()
        assert self.settings.agency_name != "Agency"

    def test_so_is_who_changes_links_that_another_one_changed(self):
        self.link()
        opened = self.opened()
        NavigationLink.objects.update(label="Who we are")

        response = self.client.post(self.url, opened)

        self.assertContains(response, f"{REFUSED}: “Navigation links”")
        assert NavigationLink.objects.get().label == "Who we are"
        shown = response.context["form"]
        self.client.post(self.url, opened | {SEEN: shown[SEEN].value()})
        assert NavigationLink.objects.get().label == "About"


class ImageTests(StaleFormCase):
    def setUp(self):
        super().setUp()
        self.image = ImageFactory(title="Beets", description="Rows of beets.")
        self.url = reverse("wagtailimages:edit", args=[self.image.pk])
        self.opened = self.form_at(self.url)

    def test_one_alone_saves_at_once(self):
        self.client.post(self.url, self.opened | {"title": "Beets in rows"})

        assert CustomImage.objects.get().title == "Beets in rows"

    def test_the_later_one_is_told_of_the_earlier_and_saves_nothing(self):
        CustomImage.objects.update(description="A field of beets.")

        response = self.client.post(self.url, self.opened | {"title": "Beet"})

        self.assertContains(response, f"{REFUSED}: “Description”")
        assert CustomImage.objects.get().title == "Beets"

    def test_a_form_without_what_it_saw_is_saved(self):
        CustomImage.objects.update(description="A field of beets.")
        del self.opened[SEEN]

        self.client.post(self.url, self.opened)

        assert CustomImage.objects.get().description == "Rows of beets."
