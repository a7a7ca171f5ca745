"""Two editors who have the same image or snippet open."""

from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Site

from cms.models import CustomImage, SiteSettings, Topic
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
    def test_the_later_one_is_told_of_the_earlier_and_saves_nothing(self):
        settings = SiteSettings.for_site(Site.objects.get())
        url = reverse("wagtailsettings:edit", args=["cms", "sitesettings", 1])
        url = self.client.get(url, follow=True).request["PATH_INFO"]
        response = self.client.get(url)
        seen = response.context["form"][SEEN].value()
        SiteSettings.objects.update(tagline="For families")

        response = self.client.post(url, {SEEN: seen, "agency_name": "Agency"})

        self.assertContains(response, f"{REFUSED}: “Tagline”")
        settings.refresh_from_db()
        assert settings.agency_name != "Agency"


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
