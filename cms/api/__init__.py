"""The read API under /api/v2/, over the publication log."""

# Registers how the core's own things are published: the registry imports `api` of
# every application.
from . import schemas as schemas
