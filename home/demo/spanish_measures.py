"""The measures in Spanish, each a record of its own: snippets have one language."""

from cms.models import Measure

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


def spanish_measure(pk: int) -> Measure:
    """Return the Spanish measure of an English one, made where there is none."""
    name, definition, unit = MEASURES[Measure.objects.get(pk=pk).name]
    measure, _ = Measure.objects.get_or_create(
        name=name, defaults={"definition": definition, "unit": unit}
    )
    return measure
