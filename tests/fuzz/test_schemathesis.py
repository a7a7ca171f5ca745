"""Requests made up from the OpenAPI document, and all that it promises of answers.

FUZZ_EXAMPLES=200 asks that often at each address, and walks along all edges of each
parameter, which takes minutes.
"""

import os
import re
import subprocess
import sys

from settings.environment import BASE_DIR

FEW = 10
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", FEW))
PHASES = "fuzzing,stateful" if EXAMPLES <= FEW else "examples,coverage,fuzzing,stateful"
CONFIG = BASE_DIR / "tests" / "fuzz" / "schemathesis.toml"


def test_answers_keep_what_the_document_promises(site, tmp_path):
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIG)),
        *("run", f"{site.url}/api/v2/openapi.json", "--checks", "all"),
        *("--max-examples", str(EXAMPLES), "--phases", PHASES, "--no-color"),
    ]

    # It writes notes of what failed to where it runs.
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(BASE_DIR)},
        capture_output=True,
        text=True,
    )

    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    selected, tested = re.findall(r"(?:Selected|Tested): (\d+)", done.stdout)
    assert tested == selected != "0"
