"""Documents: what reading an uploaded file may take."""

from settings.environment import environment

MEGABYTE = 2**20

# Other limits, and what happens beyond them: documents/inspection/limits.py.
DOCUMENT_READING_LIMITS = {
    "seconds": environment.number("RESULTS_READING_SECONDS", 25),
    "processor_seconds": environment.number("RESULTS_READING_PROCESSOR_SECONDS", 20),
    "memory_bytes": environment.number("RESULTS_READING_MEGABYTES", 1024) * MEGABYTE,
    "pages": environment.number("RESULTS_READING_PAGES", 5000),
}
