"""What a document's bytes say of it, read where a hostile file can do no harm.

`inspect` starts a process for one file. It knows no Django, has limits of its own,
and is ended when it passes them: whatever a file does, it does to that process.
"""

from .facts import Cover, FailedError, Inspection, InspectionError, RefusedError
from .inspector import inspect
from .limits import Limits

__all__ = [
    "Cover",
    "FailedError",
    "Inspection",
    "InspectionError",
    "Limits",
    "RefusedError",
    "inspect",
]
