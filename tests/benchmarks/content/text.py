"""Words for made-up content, in the proportions of real text."""

import random
from collections.abc import Iterator
from itertools import accumulate

WORDS = """
the of and to in a for is are that by with or state program children migrant education
eligible families move work school year recruiters data service agency student support
must may when who have been under this each made before after record form services
health summer term report director local training interview qualifying agricultural
fishing temporary seasonal certificate eligibility guidance coordination records
credit graduation transfer priority need assessment plan delivery evaluation funds
grant federal regulation statute nonregulatory answer question definition worker
guardian spouse residence district county region harvest planting processing dairy
nursery cannery documentation signature review quality control interviewers
prospective random sample defect rate corrective action monitoring visit technical
assistance webinar session speaker slides handout recording transcript participants
registration national forum annual meeting office consortium incentive interstate
exchange secure access privacy consent parent advisory council language english
spanish literacy mathematics tutoring preschool dropout retention high diploma
equivalency college scholarship camp mobile transport meals housing clinic dental
vision counselling referral outreach partner
""".split()  # noqa: SIM905
# The first words are the frequent ones, as in any text.
WEIGHTS = [1 / (rank + 3) for rank in range(len(WORDS))]
CUMULATIVE = list(accumulate(WEIGHTS))


def chance_of(name: str) -> random.Random:
    """Return the dice of a thing, which fall the same way each time."""
    return random.Random(name)  # noqa: S311


def words(chance: random.Random, number: int) -> list[str]:
    return chance.choices(WORDS, cum_weights=CUMULATIVE, k=number)


def sentence(chance: random.Random, number: int) -> str:
    """Return a sentence of so many words."""
    return " ".join(words(chance, number)).capitalize() + "."


def paragraphs(chance: random.Random, number: int) -> Iterator[str]:
    """Yield paragraphs of four sentences each, without markup."""
    for _ in range(number):
        yield " ".join(sentence(chance, chance.randint(9, 19)) for _ in range(4))


def headline(chance: random.Random, number: int) -> str:
    """Return a title that no other thing has: it ends with the thing's number."""
    return f"{' '.join(words(chance, chance.randint(4, 8))).capitalize()} {number}"


def description(chance: random.Random) -> str:
    """Return what search engines show, in the length that publishing asks for."""
    return f"{sentence(chance, 14)[:120]} A made-up page, to measure with."[:160]
