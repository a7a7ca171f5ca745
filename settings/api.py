"""The API under /api/v2/: its limits, and how its framework answers."""

# What a list returns when the caller does not say, and the most that it returns.
API_DEFAULT_LIMIT = 20
API_MAX_LIMIT = 100
