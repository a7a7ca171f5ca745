"""Where files live: this machine's `var/`, or a private S3 bucket.

Three storages: `default` for images and their renditions, `documents` for the
originals of documents, which have no address of their own, and `staticfiles`.
"""

import re
from typing import Any

from settings.environment import VAR_DIR, environment

MEDIA_ROOT = str(VAR_DIR / "media")
MEDIA_URL = "/media/"
STATIC_ROOT = str(VAR_DIR / "static")
STATIC_URL = "/static/"

# Files that a worker of another user must be able to read, but not change.
FILE_UPLOAD_PERMISSIONS = 0o644

S3_BUCKET = environment.text("RESULTS_S3_BUCKET")
S3_ENDPOINT_URL = environment.text("RESULTS_S3_ENDPOINT_URL")
S3_REGION = environment.text("RESULTS_S3_REGION", "us-east-1")
# Visitors get public documents from the bucket itself; without, through this server.
S3_REDIRECTS = environment.flag("RESULTS_S3_REDIRECTS", default=True)

AWS_SECRET = "AWS_SECRET_ACCESS_KEY"  # noqa: S105

BUCKET_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
if S3_BUCKET and not BUCKET_NAME.fullmatch(S3_BUCKET):
    environment.refuse(
        "RESULTS_S3_BUCKET",
        f"is {S3_BUCKET!r}, but must be the bucket's name: 3 to 63 small letters, "
        "digits, hyphens and dots, for example results-files",
    )
if S3_ENDPOINT_URL and not S3_ENDPOINT_URL.startswith(("https://", "http://")):
    environment.refuse(
        "RESULTS_S3_ENDPOINT_URL",
        "must be an address, for example https://s3.example.org",
    )
for name in ("RESULTS_S3_ENDPOINT_URL", "RESULTS_S3_REGION", "RESULTS_S3_REDIRECTS"):
    if environment.text(name) and not S3_BUCKET:
        environment.refuse(name, "is set, but RESULTS_S3_BUCKET is missing")
# A role of the machine has neither; then the AWS client asks for it by itself.
credentials = {n: environment.text(n) for n in ("AWS_ACCESS_KEY_ID", AWS_SECRET)}
if S3_BUCKET and any(credentials.values()):
    for name, value in credentials.items():
        if not value:
            environment.refuse(name, "is missing, while the other half of it is set")

# Amazon's addresses name the bucket by its host; other makes know it by the path alone,
# and the certificate of Amazon's hosts is for no name with a dot. Without this choice
# signed addresses name a global host, where buckets of most regions are not.
ADDRESSING_STYLE = "path" if S3_ENDPOINT_URL or "." in S3_BUCKET else "virtual"


def s3_storage(prefix: str, base_url: str | None) -> dict[str, Any]:
    """A part of the bucket, opened by this server or a signed address of one minute."""
    return {
        "BACKEND": "cms.storages.bucket.BucketStorage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "location": prefix,
            "base_url": base_url,
            "region_name": S3_REGION,
            "endpoint_url": S3_ENDPOINT_URL or None,
            "addressing_style": ADDRESSING_STYLE,
            "signature_version": "s3v4",
            # Who may read is the bucket's policy: an object has no ACL of its own.
            "default_acl": None,
            "querystring_auth": True,
            "querystring_expire": 60,
            "file_overwrite": False,
        },
    }


def local_storage(directory: str, base_url: str | None) -> dict[str, Any]:
    """A directory; without a base URL its files have no address."""
    return {
        "BACKEND": "cms.storages.local.LocalStorage",
        "OPTIONS": {"location": directory, "base_url": base_url},
    }


# Both are known to the command that copies files from one to the other.
LOCAL_FILES = {
    "default": local_storage(MEDIA_ROOT, MEDIA_URL),
    "documents": local_storage(str(VAR_DIR / "documents"), None),
}
S3_FILES = {
    "default": s3_storage("media", MEDIA_URL),
    "documents": s3_storage("documents", None),
}

STORAGES: dict[str, dict[str, Any]] = {
    **(S3_FILES if S3_BUCKET else LOCAL_FILES),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
    },
}
