"""A command with an S3 server of its own: `python -m tests.s3 .venv/bin/pytest ...`"""

import os
import signal
import subprocess
import sys

from tests.s3.server import server


def main(command: list[str]) -> int:
    if not command:
        print(__doc__)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server() as variables:
        return subprocess.run(command, env=os.environ | variables).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
