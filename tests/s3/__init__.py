"""Tests of a bucket; `python -m tests.s3 COMMAND...` runs any others on one."""
