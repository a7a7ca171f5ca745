"""Images with the words that stand for them and the credit they are due."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models, transaction
from PIL import Image, UnidentifiedImageError
from PIL.ExifTags import Base as ExifTag
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    SourceImageIOError,
    WagtailImageFieldFile,
)

from cms.publishing import record
from cms.publishing.models import Reason
from cms.publishing.visibility import is_collection_public
from cms.storages.stores import StoreError

# Values of EXIF's orientation with which a picture is shown turned by a quarter.
ON_ITS_SIDE = {5, 6, 7, 8}


class UprightImageFile(WagtailImageFieldFile):
    """Tells the size in which a picture is shown, and not that in which it is stored.

    A telephone stores an upright photograph lying on its side, with a note.
    """

    def get_image_dimensions(self) -> tuple[int, int]:
        width, height = super().get_image_dimensions()
        return (height, width) if self.lies_on_its_side() else (width, height)

    def lies_on_its_side(self) -> bool:
        was_closed = self.closed
        self.open()
        try:
            return Image.open(self).getexif().get(ExifTag.Orientation) in ON_ITS_SIDE
        except UnidentifiedImageError:  # a drawing in vectors
            return False
        finally:
            self.close() if was_closed else self.seek(0)


class CustomImage(AbstractImage):
    """An image; `description` is its alternative text where a page gives no other."""

    credit = models.CharField(
        max_length=200,
        blank=True,
        help_text="Name who made the picture, for example “Photo: Ana Ruiz”.",
    )

    # Wagtail's, with the credit beside the description.
    admin_form_fields = (
        *("title", "file", "description", "credit", "collection", "tags"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and bring the publication log to the same state in one transaction.

        Raises StoreError where a new file cannot be stored.
        """
        has_new_file = self.store_file()
        with transaction.atomic():
            record.lock()
            if self.pk and has_new_file:
                # Sizes are of the file before; Wagtail's form alone removes them.
                self.renditions.all().delete()
            super().save(*args, **kwargs)
            record.follow(self)

    def get_rendition(self, filter: Any) -> AbstractRendition:  # noqa: A002
        """Return a size as the editor shows it, who sees a broken picture without one.

        Raises SourceImageIOError.
        """
        try:
            return super().get_rendition(filter)
        except StoreError as error:
            raise SourceImageIOError(str(error)) from error

    def store_file(self) -> bool:
        """Put an upload into the storage, and tell whether there was one.

        A bucket may take seconds for it: nothing is locked before. Wagtail sets size
        and checksum for files of its forms alone. Raises StoreError.
        """
        upload = None if self.file._committed else self.file.file
        if upload or not self.file_hash:
            self._set_image_file_metadata()
        if upload is None:
            return False
        self.file.save(self.file.name, upload, save=False)
        # Whoever reads it next takes these bytes, and not those of the bucket.
        self.file.file = upload
        return True

    def why_not_public(self) -> Reason | None:
        public = is_collection_public(self.collection_id)
        return None if public else Reason.RESTRICTED

    def is_public(self) -> bool:
        """Tell whether an anonymous visitor may see this image."""
        return self.why_not_public() is None

    @property
    def alternative_text(self) -> str:
        """Return the words for people who do not see the image."""
        return self.description

    @property
    def focal_point(self) -> dict[str, float] | None:
        """Return the centre of what matters, as fractions of width and height."""
        if self.focal_point_x is None or self.focal_point_y is None:
            return None
        return {
            "x": round(self.focal_point_x / self.width, 4),
            "y": round(self.focal_point_y / self.height, 4),
        }

    @property
    def is_listed(self) -> bool:
        return True

    @property
    def dated_at(self) -> datetime:
        return self.created_at

    def next_change(self) -> datetime | None:
        """Return None: no image changes by time alone."""
        return None

    def list_tags(self) -> set[str]:
        return set()

    def public_facets(self) -> Iterable[tuple[str, str]]:
        return ()


# A field class of ours would be written into migrations.
CustomImage._meta.get_field("file").attr_class = UprightImageFile


class CustomRendition(AbstractRendition):
    """An image file in one size."""

    image = models.ForeignKey(
        CustomImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="unique_rendition",
            )
        ]
