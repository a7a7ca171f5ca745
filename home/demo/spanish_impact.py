"""The programme year in Spanish: the same figures, with Spanish words."""

from wagtail.models import Locale

from cms.models import Measure
from home.models import ImpactPage, Statistic

from .impact import lower_first
from .placing import translate
from .snippets import PARTICIPATION, PRIORITY, SUMMER

# By the English name: name, definition and unit.
MEASURES = {
    PARTICIPATION: (
        "Jóvenes migrantes que participan en el Programa de Educación Migrante",
        "Jóvenes migrantes que participaron en el Programa de Educación Migrante"
        " durante el año del programa.",
        "jóvenes migrantes",
    ),
    SUMMER: (
        "Niños migrantes elegibles atendidos en un período de verano o intersesión",
        "Niños migrantes elegibles que fueron atendidos en un período de verano o en"
        " una intersesión. No es la participación total: no dice nada de los niños"
        " atendidos en otras épocas del año.",
        "niños",
    ),
    PRIORITY: (
        "Niños migrantes con prioridad de servicios",
        "Niños migrantes que la fuente presenta con prioridad de servicios. No es la"
        " participación total: cuenta solo a quienes tienen prioridad.",
        "niños",
    ),
}
# By the same name: label and footnote of a figure.
LABELS = {
    PARTICIPATION: (
        "Jóvenes migrantes que participan en el Programa de Educación Migrante",
        "",
    ),
    SUMMER: (
        "Niños atendidos en un período de verano o intersesión",
        "Solo período de verano o intersesión; no es la participación total.",
    ),
    PRIORITY: (
        "Niños con prioridad de servicios",
        "Solo prioridad de servicios; no es la participación total.",
    ),
}
NO_NUMBER = "La página de la que se hizo esta demostración no da ninguna cifra."
GROUPS = {
    "Ages 3-5": "Edades 3-5",
    "Grades K-3": "Grados K-3",
    "Grades 4-5": "Grados 4-5",
    "Grades 6-8": "Grados 6-8",
    "Grades 9-12": "Grados 9-12",
}


def translate_impact(impact: ImpactPage, locale: Locale) -> ImpactPage:
    return translate(
        impact,
        locale,
        title="Impacto en 2014-15",
        slug="2014-15",
        lead="Jóvenes migrantes que participaron en el Programa de Educación Migrante"
        " en 2014-15:",
        statistics=translated_statistics(impact),
        body=[],
        summary="Lo que Ed Data Express informa sobre los niños migrantes en el año"
        " 2014-15 del programa, y la cifra que no está disponible.",
        search_description="Niños migrantes atendidos en 2014-15 por edad y grado,"
        " según Ed Data Express, con definiciones.",
    )


def translated_statistics(impact: ImpactPage) -> list[Statistic]:
    """Return the same figures in the same order, with Spanish words."""
    statistics = list(impact.statistics.all())
    measures: dict[str, Measure] = {}
    for statistic in statistics:
        name = statistic.measure.name
        measures[name] = measures.get(name) or spanish_measure(name)
        statistic.pk = None
        statistic.measure = measures[name]
        statistic.label, footnote = LABELS[name]
        statistic.footnote = footnote
        if statistic.group:
            statistic.group = GROUPS[statistic.group]
            statistic.label += f", {lower_first(statistic.group)}"
        if statistic.reason:
            statistic.reason = NO_NUMBER
    return statistics


def spanish_measure(name: str) -> Measure:
    """Make a measure of its own: snippets have one language."""
    spanish, definition, unit = MEASURES[name]
    return Measure.objects.create(name=spanish, definition=definition, unit=unit)
