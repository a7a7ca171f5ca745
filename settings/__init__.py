"""Settings by subject; a process starts from development, test or production."""
