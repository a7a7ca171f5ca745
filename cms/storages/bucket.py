"""Files in a private S3 bucket, by one connection for each process."""

import logging
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from http import HTTPStatus
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

from .stores import (
    PIECE_BYTES,
    StoredFile,
    StoreError,
    Stream,
    sha256_of_stream,
)

logger = logging.getLogger(__name__)

# A visitor waits: better an answer soon than one that may come.
CONNECT_SECONDS, READ_SECONDS, ATTEMPTS = 3, 10, 2
# What is opened to be read back and forth is on disk beyond this size.
IN_MEMORY_BYTES = 1024 * 1024
LONGEST_KEY_BYTES = 1024
# What a file is, its record says: from the bucket itself nothing is ever shown.
KIND = "application/octet-stream"


@contextmanager
def told_as_store_error(name: str) -> Iterator[None]:
    """Raise FileNotFoundError for a file that is not there, else StoreError."""
    try:
        yield
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code")
        if code in {"NoSuchKey", "404"}:
            raise FileNotFoundError(name) from error
        raise StoreError(f"The bucket refuses {name}: {code}.") from error
    except BotoCoreError as error:
        raise StoreError(f"The bucket does not answer for {name}.") from error


class BucketStorage(S3Storage):
    """A part of a private bucket; without `base_url` its files have no address.

    Nothing is ever written over: S3 itself refuses a name that is taken.
    """

    def get_default_settings(self) -> dict[str, Any]:
        return super().get_default_settings() | {"base_url": None}

    @cached_property
    def client(self) -> Any:
        """Return the connection of all threads: one each would take 12 MB."""
        return self._create_session().client(
            "s3",
            region_name=self.region_name,
            endpoint_url=self.endpoint_url,
            config=Config(
                signature_version=self.signature_version,
                s3={"addressing_style": self.addressing_style},
                connect_timeout=CONNECT_SECONDS,
                read_timeout=READ_SECONDS,
                retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
            ),
        )

    def key(self, name: str) -> dict[str, str]:
        """Return what names a file in each call; there is none of an absurd name."""
        key = self._normalize_name(clean_name(name))
        if "\0" in key or len(key.encode()) > LONGEST_KEY_BYTES:
            raise FileNotFoundError(name)
        return {"Bucket": self.bucket_name, "Key": key}

    # --- What Django asks of a storage --------------------------------------------

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """Return the address of a view of ours; raises ValueError without one."""
        if self.base_url is None:
            raise ValueError("This file has no address of its own.")
        return f"{self.base_url}{filepath_to_uri(clean_name(name))}"

    def exists(self, name: str) -> bool:
        try:
            self.head(name)
        except FileNotFoundError:
            return False
        return True

    def size(self, name: str) -> int:
        size: int = self.head(name)["ContentLength"]
        return size

    def get_modified_time(self, name: str) -> datetime:
        moment: datetime = self.head(name)["LastModified"]
        return moment

    def delete(self, name: str) -> None:
        """Remove a file, or leave it where the bucket does not answer.

        Nothing names it any more when it is deleted: the command check_files finds it.
        """
        try:
            self.remove(name)
        except StoreError:
            logger.exception("%s stays in the bucket.", name)

    def _open(self, name: str, mode: str = "rb") -> "LocalCopy":
        if mode != "rb":
            raise ValueError("A file of the bucket is opened to be read as bytes.")
        return LocalCopy(self, name)

    def _save(self, name: str, content: Any) -> str:
        while True:
            try:
                self.receive(name, content)
            except FileExistsError:  # since its name was found to be free
                name = self.get_available_name(name)
            else:
                return clean_name(name)

    # --- What this project asks beside --------------------------------------------

    def remove(self, name: str) -> None:
        with told_as_store_error(name):
            self.client.delete_object(**self.key(name))

    def head(self, name: str) -> dict[str, Any]:
        """Return what the bucket knows of a file."""
        with told_as_store_error(name):
            head: dict[str, Any] = self.client.head_object(
                **self.key(name), ChecksumMode="ENABLED"
            )
        return head

    def stream(self, name: str, start: int = 0, stop: int | None = None) -> Stream:
        last = "" if stop is None else stop - 1
        part = {"Range": f"bytes={start}-{last}"} if start or stop else {}
        with told_as_store_error(name):
            answer = self.client.get_object(**self.key(name), **part)
        body = answer["Body"]
        return Stream(answer["ContentLength"], pieces_of(body, name), body.close)

    def signed_url(self, name: str, media_type: str, disposition: str) -> str:
        """Return an address for a minute, with what the answer says of the file."""
        said = {
            "ResponseContentType": media_type,
            "ResponseContentDisposition": disposition,
        }
        with told_as_store_error(name):
            url: str = self.client.generate_presigned_url(
                "get_object",
                Params=self.key(name) | said,
                ExpiresIn=self.querystring_expire,
            )
        return url

    def receive(self, name: str, file: Any) -> None:
        file.seek(0)
        if file.read(0) == "":  # a file of text
            file = BytesIO(file.read().encode())
        try:
            with told_as_store_error(name):
                self.client.put_object(
                    **self.key(name),
                    Body=file,
                    ContentType=KIND,
                    # S3 compares it with what arrived, and keeps it.
                    ChecksumAlgorithm="SHA256",
                    IfNoneMatch="*",
                )
        except StoreError as error:
            if status_of(error) == HTTPStatus.PRECONDITION_FAILED:
                raise FileExistsError(name) from error
            raise

    def sha256(self, name: str) -> str:
        """Return the checksum that S3 has compared, or read the file for it."""
        kept = self.head(name).get("ChecksumSHA256", "")
        # A file that others have stored in parts has a sum of sums.
        if kept and "-" not in kept:
            return b64decode(kept).hex()
        return sha256_of_stream(self.stream(name))

    def files(self) -> Iterator[StoredFile]:
        above = f"{self.location.strip('/')}/"
        pages = self.client.get_paginator("list_objects_v2").paginate(
            Bucket=self.bucket_name, Prefix=above
        )
        with told_as_store_error(above):
            for page in pages:
                for entry in page.get("Contents", ()):
                    name = entry["Key"].removeprefix(above)
                    if name and not name.endswith("/"):
                        yield StoredFile(name, entry["Size"], entry["LastModified"])


def status_of(error: StoreError) -> int | None:
    """Return the status with which S3 refused, None where it did not answer."""
    response = getattr(error.__cause__, "response", {})
    status: int | None = response.get("ResponseMetadata", {}).get("HTTPStatusCode")
    return status


def pieces_of(body: Any, name: str) -> Iterator[bytes]:
    """Yield the bytes of an answer, and close its connection."""
    try:
        with told_as_store_error(name):
            yield from body.iter_chunks(PIECE_BYTES)
    finally:
        body.close()


class LocalCopy(File[bytes]):
    """A file of the bucket on this machine, for whoever reads it back and forth.

    The bytes come in pieces, when it is opened, and are on disk where they are many.
    """

    def __init__(self, storage: BucketStorage, name: str) -> None:
        self.storage = storage
        super().__init__(copied(storage.stream(name)), name)

    def open(self, mode: str | None = None) -> "LocalCopy":  # type: ignore[override]
        if self.closed:
            self.file = copied(self.storage.stream(str(self.name)))
        self.seek(0)
        return self


def copied(stream: Stream) -> IO[bytes]:
    """Return a file of this machine with the bytes of a stream."""
    copy = SpooledTemporaryFile(max_size=IN_MEMORY_BYTES)  # noqa: SIM115
    try:
        for piece in stream:
            copy.write(piece)
    finally:
        stream.close()
    copy.seek(0)
    return copy
