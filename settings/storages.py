"""Where files live: this machine's `var/`, or a private S3 bucket.

Three storages: `default` for images and their renditions, `documents` for the
originals of documents, which have no address of their own, and `staticfiles`.
"""

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


def s3_storage(prefix: str) -> dict[str, Any]:
    """A part of the bucket that only signed addresses of one minute open."""
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "location": prefix,
            "region_name": S3_REGION,
            "endpoint_url": S3_ENDPOINT_URL or None,
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
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(VAR_DIR / directory), "base_url": base_url},
    }


if S3_BUCKET:
    media_storage = s3_storage("media")
    document_storage = s3_storage("documents")
else:
    media_storage = local_storage("media", MEDIA_URL)
    document_storage = local_storage("documents", None)

STORAGES = {
    "default": media_storage,
    "documents": document_storage,
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
    },
}
