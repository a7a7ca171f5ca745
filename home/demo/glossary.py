"""The glossary: abbreviations of the program in plain words, in both languages."""

import re
from dataclasses import dataclass

from wagtail.models import Locale

from cms.models import GlossaryPage, Term
from home.models import HomePage

from .placing import place_page, translate

# Name; what it stands for and means, in English and in Spanish.
TERMS = {
    "COE": (
        "Certificate of Eligibility",
        "The form on which a recruiter writes down why a child is eligible.",
        "Certificado de Elegibilidad",
        "El formulario en el que un reclutador anota por qué un niño es elegible.",
    ),
    "CSPR": (
        "Consolidated State Performance Report",
        "The report in which a state says what its education programs have done in a"
        " school year.",
        "Informe Consolidado de Desempeño Estatal",
        "El informe en el que un estado dice qué hicieron sus programas educativos en"
        " un año escolar.",
    ),
    "ID&R": (
        "Identification and Recruitment",
        "Finding the children who may be eligible, and recording that they are.",
        "Identificación y Reclutamiento",
        "Encontrar a los niños que pueden ser elegibles y registrar que lo son.",
    ),
    "MEP": (
        "Migrant Education Program",
        "The program that helps the children of migrant farm workers and fishers to do"
        " well at school and to graduate.",
        "Programa de Educación Migrante",
        "El programa que ayuda a los hijos de trabajadores agrícolas y pescadores"
        " migrantes a avanzar en la escuela y graduarse.",
    ),
    "OME": (
        "Office of Migrant Education",
        "The office that answers questions about the rules of the program.",
        "Oficina de Educación Migrante",
        "La oficina que responde a las preguntas sobre las normas del programa.",
    ),
    "PFS": (
        "Priority for Services",
        "Said of migrant children who are served before others.",
        "Prioridad de Servicios",
        "Se dice de los niños migrantes que reciben los servicios antes que otros.",
    ),
    "QAD": (
        "Qualifying Arrival Date",
        "The day on which the move that makes a child eligible was complete.",
        "Fecha de Llegada Calificadora",
        "El día en que se completó la mudanza que hace elegible a un niño.",
    ),
}


@dataclass(frozen=True)
class Glossary:
    """The terms by their names, and the page that explains them, in English."""

    page: GlossaryPage
    terms: dict[str, Term]

    def mark(self, html: str) -> str:
        """Return a text in which each term is marked where it is first written."""
        for name, term in self.terms.items():
            written = re.escape(name.replace("&", "&amp;"))
            marked = rf'<a linktype="term" id="{term.pk}">\g<0></a>'
            # Not within a link.
            html = re.sub(rf"\b{written}\b(?![^<]*</a>)", marked, html, count=1)
        return html


def place_glossary(home: HomePage) -> Glossary:
    terms = {
        name: Term.objects.create(
            name=name, expansion=expansion, definition=definition, locale=home.locale
        )
        for name, (expansion, definition, *_spanish) in TERMS.items()
    }
    page = place_page(
        home,
        GlossaryPage(
            title="Glossary",
            slug="glossary",
            introduction="<p>Abbreviations that you will meet on this site, in plain"
            " words. Where a text marks one, point at it or tap it to read the same."
            "</p>",
            summary="Abbreviations of migrant education in plain words.",
            search_description="What COE, MEP, CSPR, ID&R, PFS, OME, and QAD stand for,"
            " and what they mean in plain words.",
        ),
    )
    return Glossary(page, terms)


def translate_glossary(glossary: Glossary, locale: Locale) -> GlossaryPage:
    for name, (_expansion, _definition, expansion, definition) in TERMS.items():
        term = glossary.terms[name].copy_for_translation(locale)
        term.expansion, term.definition = expansion, definition
        term.save()
    return translate(
        glossary.page,
        locale,
        title="Glosario",
        slug="glosario",
        introduction="<p>Abreviaturas que encontrará en este sitio, en palabras"
        " sencillas. Donde un texto marca una, señálela o tóquela para leer lo mismo."
        "</p>",
        summary="Abreviaturas de la educación migrante en palabras sencillas.",
        search_description="Qué significan COE, MEP, CSPR, ID&R, PFS, OME y QAD, en"
        " palabras sencillas.",
    )
