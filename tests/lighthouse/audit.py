"""Lighthouse, which npm installs, and the medians of what it says of a page."""

import json
import os
import subprocess
from dataclasses import dataclass
from statistics import median

from settings.environment import BASE_DIR
from tests.browser import chromium

PROGRAM = BASE_DIR / "node_modules/.bin/lighthouse"
# Now and then a browser records no beginning of the page: Lighthouse wants another run.
TRIES = 3

LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
# The largest contentful paint in milliseconds, and the share of the page that moves.
MOST = {"largest-contentful-paint": 1500.0, "cumulative-layout-shift": 0.02}


@dataclass(frozen=True)
class Audit:
    """What one run says of a page."""

    marks: dict[str, float]
    figures: dict[str, float]
    # Of what is not perfect, where a mark is held to be.
    complaints: list[str]


def audit(url: str) -> Audit:
    """Ask Lighthouse, with its mobile preset and the network that it pretends."""
    said = json.loads(output_of(url, TRIES))
    marks = {name: 100 * (said["categories"][name]["score"] or 0) for name in LEAST}
    figures = {name: said["audits"][name]["numericValue"] for name in MOST}
    return Audit(marks, figures, complaints(said))


def output_of(url: str, tries: int) -> str:
    """Run Lighthouse; again where the browser gave it nothing to measure."""
    command = [
        *(str(PROGRAM), url, "--output=json", "--quiet"),
        f"--only-categories={','.join(LEAST)}",
        f"--chrome-flags={' '.join(['--headless=new', *chromium.arguments()])}",
    ]
    environment = os.environ | {"CHROME_PATH": chromium.find_chromium()}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode and tries > 1:
        return output_of(url, tries - 1)
    done.check_returncode()
    return done.stdout


def complaints(said: dict[str, object]) -> list[str]:
    """Return the audits that were failed in the categories that must be perfect."""
    categories, audits = said["categories"], said["audits"]
    found = []
    for name, least in LEAST.items():
        for reference in categories[name]["auditRefs"]:  # type: ignore[index]
            one = audits[reference["id"]]  # type: ignore[index]
            if least == 100 and reference["weight"] and not one["score"]:
                found.append(f"{name}: {one.get('errorMessage') or one['title']}")
    return found


def median_of(audits: list[Audit]) -> Audit:
    return Audit(
        {name: median(one.marks[name] for one in audits) for name in LEAST},
        {name: median(one.figures[name] for one in audits) for name in MOST},
        sorted({text for one in audits for text in one.complaints}),
    )


def missed(found: Audit) -> list[str]:
    """Return in words what is not as it must be."""
    low = [
        f"{name} {mark:.0f}, at least {LEAST[name]}"
        for name, mark in found.marks.items()
        if mark < LEAST[name]
    ]
    high = [
        f"{name} {figure:.4g}, at most {MOST[name]:g}"
        for name, figure in found.figures.items()
        if figure > MOST[name]
    ]
    return [*low, *high, *found.complaints]
