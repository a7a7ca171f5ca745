"""The examples of the OpenAPI document are answers of the demonstration."""

import json
import os
from typing import Any

from wagtail.contrib.redirects.models import Redirect

from cms.api.examples import example_of, file_of
from cms.api.snippets import getter_name
from cms.publishing.models import SNIPPETS
from news.models import NewsPage
from tests.home.demonstration import DemonstrationTestCase
from tests.snapshot import REWRITE

from .cases import API
from .test_answers import Contract

# What is asked for each example; {} is the number of the thing that it shows.
QUESTIONS = {
    "listPages": "pages/?type=news.NewsPage&limit=1",
    "getPage": "pages/{}/",
    "findPage": "pages/find/?html_path=/news/new-mep-policy-questions-and-answers/",
    "listDocuments": "documents/?series=mep-policy-qas&limit=1",
    "getDocument": "documents/{}/",
    "getDocumentText": "documents/{}/text/?page=1",
    "listImages": "images/?limit=1",
    "getImage": "images/{}/",
    **{f"list{r.title()}": f"{r}/?limit=1" for r in SNIPPETS},
    **{getter_name(r): f"{r}/{{}}/" for r in SNIPPETS},
    "listRedirects": "redirects/?limit=1",
    "getRedirect": "redirects/{}/",
    "listFigures": "impact/?limit=1",
    "getIndex": "",
    "getSite": "site/",
    "search": "search/?q=certificate&facets=type&highlight=true&limit=1",
    "suggest": "search/suggest/?q=certif",
    "listChanges": "changes/?resource=images&limit=1",
}
LISTS = {"getPage": "pages/?type=news.WebinarPage&order=date&limit=1"}
LISTS |= {"getDocument": "documents/?limit=1", "getImage": "images/?limit=1"}
LISTS |= {"getDocumentText": "documents/?limit=1"}
LISTS |= {getter_name(r): f"{r}/?limit=1" for r in SNIPPETS}
LISTS |= {"getRedirect": "redirects/?limit=1"}
# Where a site stands that is not one of the tests.
HOSTS = dict.fromkeys(
    ("http://localhost", "http://testserver"), "https://results.example.org"
)


class ExampleTests(DemonstrationTestCase):
    def setUp(self):
        # The demonstration has none: each loading would leave another.
        qas = NewsPage.objects.get(slug="new-mep-policy-questions-and-answers")
        Redirect.objects.create(old_path="/policy-qas", redirect_page=qas)
        self.contract = Contract(self.get_json(f"{API}openapi.json"))
        self.operations = {
            methods["get"]["operationId"]: methods["get"]
            for methods in self.contract.paths.values()
        }

    def answer(self, operation: str) -> dict[str, Any]:
        """Return what the demonstration answers, under the address of an example."""
        number = ""
        if operation in LISTS:
            number = self.get_json(API + LISTS[operation])["items"][0]["id"]
        text = json.dumps(self.get_json(API + QUESTIONS[operation].format(number)))
        for host, shown in HOSTS.items():
            text = text.replace(host, shown)
        answer: dict[str, Any] = json.loads(text)
        return answer

    def test_each_operation_shows_a_snapshot_of_an_answer(self):
        assert set(QUESTIONS) == set(self.operations)
        for operation, about in self.operations.items():
            answer = self.answer(operation)
            if os.environ.get(REWRITE):
                text = json.dumps(answer, indent=2, ensure_ascii=False)
                file_of(operation).write_text(text + "\n")

            content = about["responses"]["200"]["content"]["application/json"]

            example = example_of(operation)
            self.contract.validator(content["schema"]).validate(example)
            assert content["example"] == example or os.environ.get(REWRITE)
            # Numbers, keys and times differ from one loading to the next.
            assert shape(example) == shape(answer), operation


def shape(value: Any, name: str = "") -> Any:
    """Return what stays the same whenever the demonstration is loaded."""
    if isinstance(value, dict):
        return {name: shape(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [shape(part, name) for part in value]
    return value if name in ("title", "slug", "type", "summary") else None
