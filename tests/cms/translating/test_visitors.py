"""Who is not signed in tries to read drafts, by way of translations."""

import json

from wagtail.models import PageViewRestriction
from wagtail_localize.models import Translation
from wagtail_localize.wagtail_hooks import register_admin_urls

from tests.cms.sharing.head import head_of
from tests.factories import NewsPageFactory, TermFactory

from .attacks import SECRET, AttackTestCase, last_sequence
from .cases import described


class AnonymousTests(AttackTestCase):
    """Nobody who is not signed in reads or changes anything of a translation."""

    def setUp(self) -> None:
        super().setUp()
        self.page = NewsPageFactory(title="In English", lead="Lead")
        self.section = self.page.get_parent().specific
        self.published_in_spanish(self.section)
        self.submit(self.page)
        self.translate(
            self.page,
            {"In English": SECRET, "in-english": SECRET.lower(), "Lead": SECRET},
        )
        self.draft = self.in_spanish(self.page)
        type(self.draft).objects.filter(pk=self.draft.pk).update(
            title=SECRET, lead=SECRET
        )
        self.draft.save_revision()
        self.client.logout()

    def routes(self) -> list[str]:
        translation = self.translation(self.page)
        source, pk = translation.source, translation.pk
        segment, override = source.stringsegment_set.first().pk, 1
        words = "/admin/localize/translate"
        return [
            f"/admin/localize/submit/page/{self.page.pk}/",
            f"/admin/localize/submit/snippet/cms/term/{TermFactory().pk}/",
            f"/admin/localize/update/{source.pk}/",
            f"{words}/{pk}/strings/{segment}/edit/",
            f"{words}/{pk}/overrides/{override}/edit/",
            f"{words}/{pk}/pofile/download/",
            f"{words}/{pk}/pofile/upload/",
            f"{words}/{pk}/machine_translate/",
            f"{words}/{pk}/preview/",
            f"{words}/{pk}/preview/any/",
            f"{words}/{pk}/disable/",
            f"/admin/localize/page/{self.draft.pk}/convert_to_alias/",
            "/admin/localize/reports/translations/",
            "/admin/localize/reports/translations/results/",
            "/admin/localize/api/snippets/cms/term/",
            self.edit_url(self.draft),
        ]

    def test_each_route_sends_to_the_login_and_does_nothing(self):
        before = last_sequence(), Translation.objects.count()
        for route in self.routes():
            for method in ("get", "post", "put", "delete"):
                response = getattr(self.client, method)(route)

                assert response.status_code in (302, 403, 405), (method, route)
                assert SECRET not in response.text
                if response.status_code == 302:
                    assert response.url.startswith("/admin/login/"), (method, route)
        assert (last_sequence(), Translation.objects.count()) == before

    def test_the_list_above_covers_all_routes_of_the_package(self):
        (included,) = register_admin_urls()
        asked = {route.removeprefix("/admin/") for route in self.routes()}
        missed = [
            pattern.name
            for pattern in included.url_patterns
            if not any(
                pattern.resolve(route.removeprefix("localize/")) for route in asked
            )
        ]

        # Words for scripts, and a second address of what is asked.
        assert set(missed) <= {"javascript_catalog", "snippets_api_detail"}

    def test_a_draft_in_spanish_is_nowhere(self):
        draft, english = self.draft, self.page
        slug = draft.url
        paths = [
            *("/", "/es/", self.section.url, self.in_spanish(self.section).url),
            *(english.url, "/sitemap.xml", "/search/?q=geheimnis"),
            *("/es/search/?q=geheimnis", "/feeds/news.rss", "/es/feeds/news.atom"),
            *("/es/feeds/all.json", f"/api/v2/pages/{english.pk}/"),
            *(
                f"/api/v2/pages/?translation_of={english.pk}",
                "/api/v2/pages/?locale=es",
            ),
            *("/api/v2/search/?q=geheimnis", "/api/v2/changes/?limit=100"),
        ]
        for path in paths:
            response = self.client.get(path)

            assert response.status_code in (200, 400), path
            assert SECRET not in response.text, path
            assert f'"{slug}"' not in response.text, path
        assert self.client.get(slug).status_code == 404
        assert self.client.get(f"/api/v2/pages/{draft.pk}/").status_code == 404
        response = self.client.get("/api/v2/pages/find/", {"html_path": slug})
        assert response.status_code == 404

    def test_no_address_names_a_draft_as_the_same_page(self):
        assert head_of(self.page.url).canonical.endswith(self.page.url)
        page = self.client.get(self.page.url).text
        assert 'hreflang="es"' not in page.partition("</head>")[0]
        body = json.loads(self.row(self.page).body)
        assert body["translations"] == []

    def test_a_private_translation_is_no_alternate(self):
        self.published_in_spanish_by_a_publisher()
        assert json.loads(self.row(self.page).body)["translations"]

        PageViewRestriction.objects.create(page=self.draft, restriction_type="login")

        assert json.loads(self.row(self.page).body)["translations"] == []
        assert self.draft.url not in self.client.get("/sitemap.xml").text
        head = self.client.get(self.page.url).text.partition("</head>")[0]
        assert 'hreflang="es"' not in head

    def published_in_spanish_by_a_publisher(self) -> None:
        self.draft.title, self.draft.lead = "En español", "Entrada"
        self.draft.search_description = described(self.draft)
        self.draft.save_revision().publish()
