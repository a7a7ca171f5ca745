"""The story and the news item in Spanish."""

from wagtail.models import Locale

from news.models import NewsPage, StoryPage

from .blocks import callout, heading, page_link, rich_text
from .placing import translate


def translate_story(story: StoryPage, locale: Locale) -> StoryPage:
    return translate(
        story,
        locale,
        title="La historia de Dennis Luna",
        slug="la-historia-de-dennis-luna",
        lead="La familia Luna se mudaba cada año de Brownfield, Texas, a Fairview,"
        " Montana, para trabajar en los campos de remolacha azucarera. Dennis, el"
        " octavo de diez hermanos, fue el primero en graduarse de la escuela"
        " secundaria, en 2011: dos estados habían colaborado.",
        quote="Necesitamos programas de verano para los estudiantes migrantes que"
        " quieren un futuro mejor para sí mismos y que desean esforzarse por alcanzar"
        " la excelencia.",
        attribution="Dennis Luna (traducido del inglés)",
        portrait_alt="Dibujo en lugar de un retrato, no una fotografía: un marco vacío"
        " en un campo de remolacha. No se recibió ningún retrato de Dennis Luna.",
        work="Desherbar y entresacar campos de remolacha azucarera",
        body=STORY,
        summary="Cómo los programas de Texas y Montana ayudaron juntos a Dennis Luna a"
        " ser el primer graduado de secundaria de su familia.",
        search_description="Dennis Luna se mudaba cada año entre Texas y Montana y fue"
        " el primero de su familia en terminar la secundaria.",
    )


STORY = [
    heading("Una familia de diez hijos"),
    rich_text(
        "<p>Cada año la familia Luna se mudaba de Brownfield, Texas, a Fairview,"
        " Montana, donde desherbaba y entresacaba campos de remolacha azucarera."
        " Dennis es el octavo de diez hijos. En 2011 fue el primero de la familia en"
        " graduarse de la escuela secundaria.</p>"
    ),
    heading("El primero en graduarse"),
    rich_text(
        "<p>Dennis se graduó de Johnny G. Economedes High School. Cumplió los"
        " requisitos avanzados de graduación de Texas para el Distinguished"
        " Achievement High School Program.</p>"
    ),
    heading("Dos estados, un estudiante"),
    rich_text(
        "<p>Fue posible porque dos estados coordinaron sus servicios: el programa de"
        " educación migrante de Montana en Sidney School District y The University of"
        " Texas (UT) Migrant Student Graduation Enhancement Program en Austin.</p>"
    ),
]

SAMPLES = callout(
    "Sobre estos archivos",
    "<p>Los archivos de esta página son muestras de esta demostración, en inglés."
    " Ocupan el lugar de los verdaderos y no establecen ninguna norma.</p>",
)


def translate_news(news: NewsPage, locale: Locale) -> NewsPage:
    legislation = news.related_pages.first().related
    return translate(
        news,
        locale,
        title="Nuevas preguntas y respuestas sobre las normas del MEP",
        slug="nuevas-preguntas-y-respuestas-sobre-las-normas-del-mep",
        lead="La Oficina de Educación Migrante respondió a preguntas frecuentes sobre"
        " las normas. Se pueden descargar dos ediciones, en inglés.",
        body=[
            rich_text(
                "<p>La Oficina de Educación Migrante (OME) respondió a preguntas"
                " frecuentes sobre las normas que se hicieron:</p>"
                "<ul><li>en la reunión de mayo del grupo de trabajo de identificación y"
                " reclutamiento (ID&amp;R),</li>"
                "<li>en el seminario web sobre los cambios del Certificado de"
                " Elegibilidad (COE) nacional, y</li>"
                "<li>por los estados y las agencias educativas locales (LEA) en el"
                " tercer trimestre del año fiscal 2017.</li></ul>"
                "<p>Las respuestas están adjuntas. También se encuentran, en inglés, en"
                f" la página {page_link(legislation, legislation.title)}.</p>"
            ),
            SAMPLES,
        ],
        summary="Respuestas a preguntas frecuentes sobre las normas, en dos ediciones"
        " de MEP Policy Q&As.",
        search_description="Dos nuevas ediciones de MEP Policy Q&As responden a"
        " preguntas frecuentes de los estados y las agencias locales.",
    )
