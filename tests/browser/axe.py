"""axe-core's opinion of a page, without its network and past its CSP."""

from typing import Any

from playwright.sync_api import Page

from settings.environment import BASE_DIR

AXE = BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

# Of what is in order, no more than one element a rule is told. A message that fades in
# has its contrast when it has come: what moves is at its end while axe looks.
RUN = """async ([tags, without]) => {
  const still = new CSSStyleSheet(), before = [...document.adoptedStyleSheets];
  still.replaceSync('*, ::before, ::after {transition: none !important;'
    + ' animation-duration: 0s !important; animation-delay: 0s !important}');
  document.adoptedStyleSheets = [...before, still];
  const found = await axe.run({exclude: without ? [without] : []}, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'],
  });
  document.adoptedStyleSheets = before;
  return found;
}"""


def violations(page: Page, *, without: str = "") -> list[dict[str, Any]]:
    """What breaks WCAG 2.2 A and AA: rule, help and the elements concerned.

    `without` selects what is not looked at, for it is not ours.

    The script is evaluated by the browser's debugger, which no Content Security
    Policy forbids; a script element would be refused, and rightly so.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    result = page.evaluate(RUN, [WCAG_22_AA, without])
    return [
        {
            "rule": violation["id"],
            "help": violation["help"],
            "elements": [node["html"] for node in violation["nodes"]],
        }
        for violation in result["violations"]
    ]
