"""The API under /api/v2/: its limits, and how long answers are kept."""

from settings.environment import environment

# What a list returns when the caller does not say, and the most that it returns.
API_DEFAULT_LIMIT = 20
API_MAX_LIMIT = 100

# Who reads further than this is better served by filters than by an offset.
API_MAX_OFFSET = 10_000

# For how many days it is told that something is public no more. A client that has not
# asked for changes meanwhile must start anew.
API_TOMBSTONE_DAYS = environment.number("RESULTS_API_TOMBSTONE_DAYS", default=90)

# After how many seconds to ask again for what is not published yet.
API_RETRY_AFTER = 5

# For how many seconds a client may use an answer without asking again; less where
# it is known to change before.
API_MAX_AGE = 60

# How many rows of the publication log a change writes in its own transaction; what
# comes beyond is written by `publish_due`, some seconds later.
PUBLISH_AT_ONCE = 50
