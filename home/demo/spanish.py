"""The pages that readers also find in Spanish: home, impact, a story, news, About.

A page is made as an editor makes it, as a translation of the English one, so that
each leads to the other. Files, pictures, and figures are the same records.
"""

from dataclasses import dataclass

from wagtail.models import Locale

from home.models import HomePage, ImpactPage, StandardPage
from news.models import NewsPage, StoryPage

from .blocks import callout, heading, page_button, rich_text
from .placing import translate
from .site import complete_home
from .spanish_articles import translate_news, translate_story
from .spanish_impact import translate_impact


@dataclass(frozen=True)
class English:
    """The pages that are translated; their sections follow from them."""

    home: HomePage
    impact: ImpactPage
    story: StoryPage
    news: NewsPage
    about: StandardPage


def place_spanish(english: English) -> None:
    locale, _ = Locale.objects.get_or_create(language_code="es")
    home = translate_home(english.home, locale)
    translate_sections(english, locale)
    impact = translate_impact(english.impact, locale)
    story = translate_story(english.story, locale)
    news = translate_news(english.news, locale)
    translate_about(english.about, locale, news)
    # Its sections were added since it was read; a stale count would hide them.
    home.refresh_from_db(fields=["numchild"])
    complete_home(home, impact, story)


MISSION = (
    "<p>La meta del Programa de Educación Migrante es que cada estudiante migrante"
    " alcance normas académicas exigentes y se gradúe con un diploma de la escuela"
    " secundaria, o complete un GED: con preparación para ser un ciudadano responsable,"
    " seguir aprendiendo y tener un empleo productivo.</p>"
    "<p>Este sitio ofrece la información, las herramientas y los recursos con los que"
    " los programas migrantes coordinan su trabajo de un estado a otro.</p>"
)


def translate_home(home: HomePage, locale: Locale) -> HomePage:
    return translate(
        home,
        locale,
        hero="Colaboración y coordinación para\nlograr resultados\nen la educación"
        " migrante",
        impact_heading="Nuestro impacto",
        impact_page=None,
        impact_statistics=[],
        mission_heading="Nuestra misión",
        mission=MISSION,
        story_heading="La historia de un estudiante",
        story_page=None,
        updates_heading="Novedades",
        slug="inicio",
        seo_title="Resultados y recursos de la educación migrante",
        summary="Información, herramientas y recursos para quienes coordinan la"
        " educación migrante de un estado a otro.",
        search_description="Resultados, historias, noticias y documentos para los"
        " estados que trabajan juntos en la educación migrante.",
    )


def translate_sections(english: English, locale: Locale) -> None:
    translate(
        english.impact.get_parent().specific,
        locale,
        title="Impacto",
        slug="impacto",
        introduction="<p>Cada año del programa tiene una página: qué se contó, según"
        " qué fuente y qué dejan fuera las cifras.</p>",
        summary="Cifras del Programa de Educación Migrante, año por año, con sus"
        " definiciones y fuentes.",
        search_description="Cifras del Programa de Educación Migrante por año, cada una"
        " con su definición, período y fuente.",
    )
    translate(
        english.story.get_parent().specific,
        locale,
        title="Historias",
        slug="historias",
        introduction="<p>Los estudiantes cuentan qué lograron y qué programas, en qué"
        " estados, los ayudaron en el camino.</p>",
        summary="Estudiantes del Programa de Educación Migrante y sus caminos.",
        search_description="Historias de estudiantes migrantes: adónde se mudaban, qué"
        " programas los ayudaron y qué lograron.",
    )
    translate(
        english.news.get_parent().specific,
        locale,
        title="Noticias",
        slug="noticias",
        introduction="<p>Lo nuevo: documentos, eventos y datos.</p>",
        summary="Anuncios, documentos nuevos, eventos y datos, de lo más nuevo a lo más"
        " antiguo.",
        search_description="Noticias para los programas de educación migrante:"
        " anuncios, documentos nuevos, eventos y datos.",
    )


def translate_about(
    about: StandardPage, locale: Locale, news: NewsPage
) -> StandardPage:
    return translate(
        about,
        locale,
        title="Acerca de",
        slug="acerca-de",
        body=[
            heading("La meta del programa"),
            rich_text(
                "<p>El Programa de Educación Migrante (MEP) quiere que todos los"
                " estudiantes migrantes alcancen normas académicas exigentes y se"
                " gradúen con un diploma de la escuela secundaria, o completen un GED."
                " Así se preparan para ser ciudadanos responsables, seguir aprendiendo"
                " y tener un empleo productivo.</p>"
            ),
            heading("Para qué sirve este sitio"),
            rich_text(
                "<p>Los niños que se mudan necesitan programas que trabajen juntos."
                " Este sitio ofrece información, herramientas y recursos que ayudan a"
                " los programas migrantes a coordinar su trabajo entre estados.</p>"
            ),
            page_button("Leer las noticias", news.get_parent().specific),
            callout(
                "Esto es una demostración",
                "<p>Los hechos son los de una página pública de 2017. Los archivos son"
                " muestras y nada de lo que está aquí vale como norma.</p>",
            ),
        ],
        summary="Lo que el Programa de Educación Migrante quiere lograr y para qué"
        " sirve este sitio.",
        search_description="La meta del Programa de Educación Migrante y cómo este"
        " sitio ayuda a los programas a coordinarse entre estados.",
    )
