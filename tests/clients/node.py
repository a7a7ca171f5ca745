"""Finding Node.js, which compiles and runs the consumer in TypeScript."""

import shutil


class NodeNotFoundError(Exception):
    """The PATH leads to no Node.js."""


def find_node() -> str:
    if path := shutil.which("node"):
        return path
    raise NodeNotFoundError
