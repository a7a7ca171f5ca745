"""The glossary, and the pages that a family needs, in Spanish."""

from wagtail.models import Locale

from home.models import StandardPage

from .blocks import heading, rich_text
from .glossary import Glossary, translate_glossary
from .placing import translate
from .policies import Policies


def translate_policies(glossary: Glossary, policies: Policies) -> None:
    locale = Locale.objects.get(language_code="es")
    translate_glossary(glossary, locale)
    translate_contact(policies.contact, glossary, locale)
    translate_accessibility(policies.accessibility, locale)
    translate_privacy(policies.privacy, locale)


def translate_contact(
    contact: StandardPage, glossary: Glossary, locale: Locale
) -> StandardPage:
    return translate(
        contact,
        locale,
        title="Contacto",
        slug="contacto",
        body=[
            rich_text(
                glossary.mark(
                    "<p>¿Busca el programa de educación migrante (MEP) de su zona, un"
                    " documento o la fecha de un seminario web? Pruebe primero la"
                    " búsqueda: la mayoría de las respuestas están en este sitio.</p>"
                )
                + "<p>Si no lo encuentra, escriba o llame. Puede hacerlo en español o"
                " en inglés.</p>"
            ),
        ],
        summary="A quién preguntar sobre el programa, un documento o este sitio.",
        search_description="Cómo comunicarse con las personas de este sitio por correo"
        " o teléfono, en español o inglés, y qué probar primero.",
    )


def translate_accessibility(
    accessibility: StandardPage, locale: Locale
) -> StandardPage:
    return translate(
        accessibility,
        locale,
        title="Accesibilidad",
        slug="accesibilidad",
        body=[
            rich_text(
                "<p>Este sitio está hecho para todos. Su meta es el nivel AA de las"
                " Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2 y la Sección"
                " 508 de la Ley de Rehabilitación.</p>"
                "<ul><li>Funciona con teclado, con lector de pantalla, ampliado al 400"
                " por ciento y sin scripts.</li>"
                "<li>Cada gráfico tiene una tabla con las mismas cifras.</li>"
                "<li>Los enlaces a archivos dicen de qué tipo y tamaño son; los enlaces"
                " a otros sitios dicen que salen de este.</li></ul>"
            ),
            heading("Lo que todavía no es accesible"),
            rich_text(
                "<p>Algunos documentos se hicieron antes de estas reglas. La página de"
                " cada documento dice qué le falta a su archivo. Pida otro formato y lo"
                " recibirá.</p>"
            ),
            heading("Cómo comentar"),
            rich_text(
                "<p>Díganos qué no le funciona: la dirección de la página, qué quería"
                " hacer y qué usa para leerla. Escriba o llame como se indica aquí"
                " abajo. También puede pedir un documento en otro formato.</p>"
            ),
        ],
        summary="Cómo este sitio está hecho para todos y a quién avisar cuando no le"
        " funciona.",
        search_description="Cómo este sitio cumple las pautas de accesibilidad, qué no"
        " es accesible todavía y cómo comentar o pedir otro formato.",
    )


def translate_privacy(privacy: StandardPage, locale: Locale) -> StandardPage:
    return translate(
        privacy,
        locale,
        title="Privacidad",
        slug="privacidad",
        body=[
            rich_text(
                "<p>Leer este sitio no deja ninguna cookie, y ninguna página carga nada"
                " de otro sitio web. Un enlace a otro sitio sale de este; allí valen"
                " las reglas de ese sitio.</p>"
            ),
            heading("Lo que se cuenta"),
            rich_text(
                "<p>Las palabras que se buscan se cuentan por mes, sin nada sobre quién"
                " las buscó.</p>"
            ),
            heading("Si nos escribe"),
            rich_text(
                "<p>Lo que escribe se usa para responderle, y para nada más.</p>"
            ),
            heading("Las personas de las historias"),
            rich_text(
                "<p>Una historia se publica con el consentimiento de la persona, o con"
                " una razón registrada de por qué no hace falta.</p>"
            ),
        ],
        summary="Lo que este sitio guarda sobre sus visitantes: ninguna cookie y nada"
        " cargado de otro lugar.",
        search_description="Leer este sitio no deja ninguna cookie, y ninguna página"
        " carga nada de otro sitio web.",
    )
