"""Answers that are made for one client at a time: the search, beside one detail.

What is asked is another address each time, so that nothing is sent that was kept.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from urllib.parse import quote

from .measure import Pace, Running, checked
from .processes import PROXY_HEADERS, FailedError
from .rows import DETAIL, Row
from .supplies import Blanks, Site, pages
from .table import FINE, MISSED
from .wrk import Load, Question, load

# More than a client asks for in the time that is measured.
QUESTIONS = 40_000
# Each site has published as many. A prime, so that words meet numbers in all pairs.
VERSIONS = 4_999
SEARCH = "/api/v2/search/?q={words}&min_version={number}"
SUGGEST = "/api/v2/search/suggest/?q={words}&min_version={number}"
HEAD = (
    f"{'one client':<18}{'pages':>8}{'p50 ms':>8}{'p99 ms':>8}  {'x detail':<16}growth"
)


@dataclass(frozen=True)
class Alone:
    """A row of one client; `most` is how often the p50 of a detail it may take."""

    name: str
    address: str
    supply: Callable[[Site], Iterable[Blanks]]
    most: float | None = None
    growth: float | None = None


def anew(words: Iterable[str]) -> list[Blanks]:
    """Return words with numbers that make each address another one."""
    return numbered({"words": quote(word)} for word in words)


def numbered(blanks: Iterable[Blanks]) -> list[Blanks]:
    found = islice(cycle(blanks), QUESTIONS)
    return [{**one, "number": str(n % VERSIONS)} for n, one in enumerate(found)]


def rare(site: Site) -> list[Blanks]:
    """Numbers, of which each is at the end of a title or two."""
    return anew(str(number) for number in range(1000, 1999))


def common(site: Site) -> list[Blanks]:
    """Words that are on every page, alone and two at a time."""
    return anew(["program", "children", "migrant", "state program", "children state"])


def narrowed(site: Site) -> list[Blanks]:
    return anew(["dental clinic", "summer camp", "preschool tutoring", "harvest dairy"])


def typed(site: Site) -> list[Blanks]:
    """Beginnings of words and titles."""
    return anew(["migr", "state pro", "eligib", "certif", "children mi", "webin"])


def mistyped(site: Site) -> list[Blanks]:
    """Words of which nothing has exactly these letters."""
    return anew(
        ["certifcate", "eligibillity", "mathemetics", "gradutaion", "rercuiters"]
    )


ROWS = [
    Alone(
        "detail", f"{DETAIL}?min_version={{number}}", lambda site: numbered(pages(site))
    ),
    Alone("search-rare", SEARCH, rare, 5, 2),
    Alone("search-common", SEARCH, common, 15, 2),
    Alone("search-facets", f"{SEARCH}&facets=*&highlight=true", narrowed, 30, 2),
    Alone("suggest", SUGGEST, typed, 4, 2),
    Alone("search-mistyped", SEARCH, mistyped, 20, 2),
]


@dataclass
class AloneResult:
    """A row of one client on each size of the site."""

    row: Alone
    loads: dict[int, Load]
    detail: dict[int, float]

    def multiple(self, size: int) -> float:
        return self.loads[size].p50 / self.detail[size]

    @property
    def growth(self) -> float | None:
        """Return how p50 grew over the last two sizes, from 20,000 on."""
        sizes = sorted(self.loads)[-2:]
        if len(sizes) < 2:
            return None
        return self.loads[sizes[1]].p50 / self.loads[sizes[0]].p50

    def missed(self) -> list[str]:
        found = []
        for size in self.loads:
            if self.row.most and self.multiple(size) > self.row.most:
                figure = (
                    f"{self.multiple(size):.1f} of detail, at most {self.row.most:g}"
                )
                found.append(f"{self.row.name}: {figure} ({size:,} pages)")
        if self.row.growth and self.growth and self.growth > self.row.growth:
            found.append(f"{self.row.name}: growth {self.growth:.2f}")
        return found

    def facts(self) -> dict[str, object]:
        return {
            "row": self.row.name,
            "sizes": {
                size: asdict(load) | {"multiple": self.multiple(size)}
                for size, load in self.loads.items()
            },
            "growth": self.growth,
        }


def measured(sites: list[Running], pace: Pace) -> Iterator[AloneResult]:
    """Measure each row on each site; the first is what the others are held against."""
    detail: dict[int, float] = {}
    for row in ROWS:
        loads = {one.database.total: measure(row, one, pace) for one in sites}
        if not detail:
            detail = {size: load.p50 for size, load in loads.items()}
        yield AloneResult(row, loads, detail)


def measure(row: Alone, running: Running, pace: Pace) -> Load:
    paths = [row.address.format(**blanks) for blanks in row.supply(running.site)]
    questions = [Question(path) for path in paths]
    if not questions:
        raise FailedError(f"{row.name}: the site has nothing to ask for")
    for one in questions[:5]:
        checked(Row(row.name, row.address), one, running.site.client)
    url = running.serving.url
    load(url, questions[-100:], PROXY_HEADERS, pace.warm_up, connections=1)
    found = load(url, questions, PROXY_HEADERS, pace.seconds, connections=1)
    if found.rps * pace.seconds > len(set(paths)):
        raise FailedError(
            f"{row.name}: some was asked for twice, and sent as it was kept"
        )
    return found


def lines_of(result: AloneResult) -> Iterator[str]:
    """Yield a line for each size; a limit stands beside the figure that it judges."""
    name = result.row.name
    for size in sorted(result.loads):
        load = result.loads[size]
        cells = f"{name:<18}{size:>8,}{load.p50:>8.2f}{load.p99:>8.2f}  "
        growth = result.growth if size == max(result.loads) else None
        limit = limited(result.multiple(size), result.row.most)
        yield f"{cells}{limit:<16}{limited(growth, result.row.growth)}".rstrip()
        name = ""


def limited(figure: float | None, limit: float | None) -> str:
    if figure is None:
        return ""
    if limit is None:
        return f"{figure:.2f}"
    return f"{figure:.2f} ≤ {limit:g} {FINE if figure <= limit else MISSED}"
