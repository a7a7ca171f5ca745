import re
from pathlib import Path
from typing import get_args

import pytest
from django.template.loader import get_template
from django.utils import translation
from django.utils.translation import override

from cms.publishing.schemas import Block
from settings.environment import BASE_DIR

TEMPLATES = sorted(BASE_DIR.glob("*/templates/**/*.html"))
PUBLIC = [path for path in TEMPLATES if "admin" not in str(path.relative_to(BASE_DIR))]
BLOCK_TYPES = [
    get_args(item.model_fields["type"].annotation)[0]
    for item in get_args(get_args(Block.__value__)[0])
]


# A block of data is not a script: the browser does not run it.
INLINE_SCRIPT = re.compile(r'<script(?! src=| type="application/(?:ld\+)?json")[^>]*>')


def name(path: Path) -> str:
    return str(path.relative_to(BASE_DIR))


class PublicTemplateTests:
    @pytest.mark.parametrize("path", PUBLIC, ids=name)
    def test_has_nothing_that_the_content_security_policy_refuses(self, path):
        source = path.read_text()

        assert " style=" not in source
        assert "<style" not in source
        assert INLINE_SCRIPT.findall(source) == []
        assert " onclick=" not in source

    @pytest.mark.parametrize("path", PUBLIC, ids=name)
    def test_compiles(self, path):
        get_template(name(path).split("/templates/")[1])


class BlockTemplateTests:
    @pytest.mark.parametrize("block_type", BLOCK_TYPES)
    def test_every_block_has_one(self, block_type):
        get_template(f"cms/blocks/{block_type}.html")


class ErrorPageTests:
    def test_server_error_needs_nothing_that_may_be_broken(self):
        with translation.override("en"):
            html = get_template("500.html").render()

        assert "Something went wrong on our side" in html
        assert 'href="/static/cms/css/site.css"' in html

    def test_gone_page_gives_the_explanation(self):
        context = {
            "title": "A form",
            "explanation": "It was replaced.",
            "path": "/documents/1/a-form/",
        }

        html = get_template("410.html").render(context)

        assert "It was replaced." in html
        assert 'href="/documents/1/a-form/"' in html


class SkipLinkTests:
    def test_stands_first_in_the_body(self):
        html = get_template("404.html").render()

        body = html.split("<body>")[1].lstrip()
        assert body.startswith('<a class="usa-skipnav" href="#main-content">')
        assert '<main id="main-content" tabindex="-1">' in html


class SpanishTests:
    def test_words_of_the_site_are_in_the_language_of_the_page(self):
        with override("es"):
            html = get_template("404.html").render()

        assert '<html lang="es">' in html
        assert "Saltar al contenido principal" in html
