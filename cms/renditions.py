"""The files of the sizes of an image: each made once, when it is first asked for."""

from threading import Lock

from django.db import transaction
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    SourceImageIOError,
)

from .images import Size, version_of

# An upload may have 64 million pixels: two at a time in one process would need half
# a gigabyte. Who waits longer than this is asked to come back.
SECONDS_TO_WAIT = 10
_making = Lock()


class BusyError(Exception):
    """Other sizes are being made; ask again in a few seconds."""


class GoneError(Exception):
    """The image is there no more, or its file is another than was asked for."""


def rendition_of(image: AbstractImage, size: Size) -> AbstractRendition:
    """Return the file of a size, made if there was none.

    Raises BusyError or GoneError.
    """
    return _existing(image, size) or _made(image, size)


def _existing(image: AbstractImage, size: Size) -> AbstractRendition | None:
    """Return the file of a size from the database, which alone knows what is stale."""
    key = Filter(size.spec).get_cache_key(image)
    found = image.renditions.filter(filter_spec=size.spec, focal_point_key=key)
    return found.first()


def _made(image: AbstractImage, size: Size) -> AbstractRendition:
    if not _making.acquire(timeout=SECONDS_TO_WAIT):
        raise BusyError
    try:
        # Whoever waited for the same size finds it here.
        if not _existing(image, size):
            _make(image, size)
    finally:
        _making.release()
    found = _existing(image, size)
    if found is None:
        raise GoneError
    return found


def _make(image: AbstractImage, size: Size) -> None:
    """Make a file outside of a transaction: it takes up to a second."""
    recipe = Filter(size.spec)
    try:
        made = image.generate_rendition_file(recipe)
    except SourceImageIOError as error:
        raise GoneError from error
    with made as file, transaction.atomic():
        _check_version(image)
        # Another process may have been quicker.
        if not _existing(image, size):
            image.renditions.create(
                filter_spec=size.spec,
                focal_point_key=recipe.get_cache_key(image),
                file=file,
            )


def _check_version(image: AbstractImage) -> None:
    """Hold the image, and see that its file was not replaced meanwhile."""
    now = type(image)._default_manager.select_for_update().filter(pk=image.pk).first()
    if now is None or version_of(now) != version_of(image):
        raise GoneError
