"""The index, and the description to which it leads."""

from .cases import API, ApiTestCase


class IndexTests(ApiTestCase):
    def test_it_leads_to_all_that_needs_no_number(self):
        described = self.found("openapi.json")["paths"]

        index = self.found("")

        urls = {
            entry["url"].removeprefix("http://testserver") for entry in index["items"]
        }
        assert urls == {path for path in described if "{" not in path} - {API}
        for entry in index["items"]:
            assert entry["url"].endswith(f"{API}{entry['name']}/")

    def test_it_leads_to_the_description(self):
        index = self.found("")

        assert self.client.get(index["openapi"]).json()["openapi"].startswith("3.1")
        assert self.client.get(index["docs"]).status_code == 200

    def test_who_has_it_gets_nothing(self):
        etag = self.ask("")["ETag"]

        assert self.ask("", headers={"If-None-Match": etag}).status_code == 304


class DescriptionTests(ApiTestCase):
    def test_it_may_be_kept_and_is_validated(self):
        response = self.ask("openapi.json")

        again = self.ask("openapi.json", headers={"If-None-Match": response["ETag"]})

        assert response["Cache-Control"] == "public, max-age=60"
        assert response["Content-Type"] == "application/json"
        assert again.status_code == 304

    def test_it_takes_no_parameters_that_mean_nothing(self):
        (error,) = self.refused("openapi.json", nope="1")

        assert error["allowed"] == ["min_version"]
