"""The production server: `gunicorn --config deploy/gunicorn.conf.py`.

It listens on 127.0.0.1:8000, behind a proxy that ends TLS (`--bind` for another
address). WEB_CONCURRENCY is the number of worker processes, one for each core.
`make bench` measures this file, and `make bench SERVERS=1` what else there is
(docs/benchmarks.md).
"""

import gc
import os

wsgi_app = "cms.wsgi:application"
bind = "127.0.0.1:8000"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))

# Workers with threads keep the proxy's connections open; sync workers have one
# connection a request.
worker_class = "gthread"
threads = 4
keepalive = 75

# Nobody steers the server by a socket below the home directory.
control_socket_disable = True


def post_worker_init(worker: object) -> None:
    """Take what was loaded out of the garbage collector's way: it stays anyway."""
    gc.collect()
    gc.freeze()
