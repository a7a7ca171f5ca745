"""Topics, programs, measures, sources and series that the content refers to."""

from dataclasses import dataclass

from cms.models import DocumentSeries, Measure, Office, Programme, Source, Topic

PARTICIPATION = "Migrant youth participating in the Migrant Education Program"
SUMMER = "Eligible migrant children served in a summer term or intersession"
PRIORITY = "Migrant children with priority for services"


@dataclass(frozen=True)
class Snippets:
    """The small records of the demonstration, by what they are."""

    eligibility: Topic
    recruitment: Topic
    coordination: Topic
    policy: Topic
    reporting: Topic
    graduation: Topic
    montana: Programme
    texas: Programme
    participation: Measure
    summer: Measure
    priority: Measure
    ed_data_express: Source
    policy_qas: DocumentSeries
    help_desk: Office


def topic(name: str, slug: str) -> Topic:
    return Topic.objects.create(name=name, slug=slug)


def programme(name: str) -> Programme:
    return Programme.objects.create(name=name)


def measure(name: str, definition: str, unit: str = "children") -> Measure:
    return Measure.objects.create(name=name, definition=definition, unit=unit)


def place_snippets() -> Snippets:
    return Snippets(
        eligibility=topic("Eligibility", "eligibility"),
        recruitment=topic(
            "Identification and recruitment", "identification-and-recruitment"
        ),
        coordination=topic("Interstate coordination", "interstate-coordination"),
        policy=topic("Policy", "policy"),
        reporting=topic("Data and reporting", "data-and-reporting"),
        graduation=topic("Graduation", "graduation"),
        montana=programme(
            "Montana’s Migrant Education Program in Sidney School District"
        ),
        texas=programme(
            "The University of Texas (UT) Migrant Student Graduation Enhancement"
            " Program in Austin"
        ),
        participation=measure(
            PARTICIPATION,
            "Migrant youth who took part in the Migrant Education Program during the"
            " program year.",
            "migrant youth",
        ),
        summer=measure(
            SUMMER,
            "Eligible migrant children who were served in a summer term or an"
            " intersession. This is not total participation: it says nothing about"
            " children served at other times of the year.",
        ),
        priority=measure(
            PRIORITY,
            "Migrant children whom the source reports with priority for services. This"
            " is not total participation: it counts those with priority alone.",
        ),
        ed_data_express=Source.objects.create(
            name="Ed Data Express", url="https://eddataexpress.ed.gov/"
        ),
        policy_qas=DocumentSeries.objects.create(
            name="MEP Policy Q&As",
            slug="mep-policy-qas",
            description="Answers to questions about policy that states and local"
            " educational agencies ask often.",
        ),
        help_desk=Office.objects.create(
            name="Example help desk",
            email="help@example.org",
            phone="800-555-0199",
            url="https://example.org/help",
        ),
    )
