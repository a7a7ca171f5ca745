"""Citations as BibTeX."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.citations.bibtex import bibtex_of
from documents.citations.citation import Citation
from documents.citations.tex import escaped
from tests.content import public_content

from .test_citation import CitationTestCase


class EscapingTests:
    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("Q&As: 100% of #1_a for $5", r"Q\&As: 100\% of \#1\_a for \$5"),
            ("a{b}c", r"a\textbraceleft{}b\textbraceright{}c"),
            ("}", r"\textbraceright{}"),
            ("C:\\new", r"C:\textbackslash{}new"),
            ("~user^2", r"\textasciitilde{}user\textasciicircum{}2"),
            ("Guía del año", r"Gu{\'{\i}}a del a{\~{n}}o"),
            ("¿Quién? ¡Aquí!", r"?`Qui{\'{e}}n? !`Aqu{\'{\i}}!"),
            (
                "Güell, Ångström, Łódź",
                r"G{\"{u}}ell, {\r{A}}ngstr{\"{o}}m, \L{}{\'{o}}d{\'{z}}",
            ),
            ("“2014–15” — it’s", "``2014--15'' --- it's"),
            ("n\u0303", r"{\~{n}}"),
            ("two\nlines\tand \x00\x1b signs", "two lines and  signs"),
            ("Καλημέρα 日本", "Καλημέρα 日本"),
        ],
    )
    def test_names_what_means_something_to_tex(self, text, written):
        assert escaped(text) == written

    @given(st.text())
    @settings(max_examples=300)
    def test_leaves_braces_in_pairs_whatever_the_text(self, text):
        depth = 0
        for character in escaped(text):
            depth += {"{": 1, "}": -1}.get(character, 0)
            assert depth >= 0
        assert depth == 0

    @given(st.text())
    def test_leaves_no_sign_that_tex_acts_upon(self, text):
        assert not re.search(r"(?<!\\)[&%$#]", escaped(text))


class EntryTests(CitationTestCase):
    def entry(self) -> str:
        response = self.get("cite.bib")
        assert response.status_code == 200
        return response.content.decode()

    def test_has_what_is_known(self):
        entry = self.entry()

        assert entry.startswith("@misc{mep-policy-qas-july-2017-")
        for line in (
            "author = {{Office of Example}},",
            r"title = {{MEP Policy Q\&As, July}},",
            "year = {2017},",
            "month = jul,",
            r"series = {{Policy Q\&As}},",
            "number = {v.1},",
            "publisher = {{RESULTS}},",
            "version = {1},",
            f"url = {{http://localhost{self.document.path}}},",
            f"note = {{SHA-256: {self.document.sha256}}},",
        ):
            assert f"\n  {line}\n" in entry
        assert entry.endswith("}\n")

    def test_is_saved_under_a_name(self):
        response = self.get("cite.bib")

        assert response["Content-Type"] == "application/x-bibtex; charset=utf-8"
        assert response["Content-Disposition"] == (
            'attachment; filename="mep-policy-qas-july.bib"'
        )
        assert response["X-Content-Type-Options"] == "nosniff"

    def test_of_a_report_is_one(self):
        self.document.document_type = "report"
        self.document.save()

        entry = self.entry()

        assert entry.startswith("@techreport{")
        assert "institution = {{Office of Example}}" in entry

    def test_stays_one_entry_whatever_the_title(self):
        self.document.title = 'x}, author = {Somebody}, } @misc{y, "'
        self.document.save()

        entry = bibtex_of(Citation(public_content(self.document), None))

        assert entry.count("{") == entry.count("}")
        assert len(re.findall(r"(?m)^@", entry)) == 1
        assert len(re.findall(r"(?m)^  author = ", entry)) <= 1
