"""Documents that are not released, and files in private collections."""

from typing import Any

from django.core.files.base import ContentFile
from hypothesis import strategies as st
from wagtail.models import Collection

from documents.models.uploads import Upload
from tests import factories
from tests.freshness.world import World

from .hidden import DAYS, WORDS, Draw, hidden, one_of, texts


@hidden
def a_document_that_is_not_released(world: World, draw: Draw) -> None:
    document = one_of(world, draw, ("unreleased", "coming"))
    write_on_document(document, draw)
    document.releases_with_page = draw(st.booleans())
    document.save()
    document.topics.add(world.topic)


@hidden
def a_document_in_a_private_collection(world: World, draw: Draw) -> None:
    document = world.private_document
    write_on_document(document, draw)
    document.save()


def write_on_document(document: Any, draw: Draw) -> None:
    document.title, document.summary = draw(texts), draw(texts)
    document.document_type = draw(st.sampled_from(["policy_qa", "guidance", "form"]))
    document.document_date, document.issue = draw(DAYS), draw(texts)
    document.fiscal_year = draw(st.integers(1965, 2100))
    document.language = draw(st.sampled_from(["en", "es"]))
    document.status = draw(st.sampled_from(["current", "superseded", "under_review"]))
    document.status_explanation = draw(texts)
    if draw(st.booleans()):
        name = f"{draw(st.sampled_from(WORDS))}.csv"
        document.file = ContentFile(draw(texts).encode(), name=name)
        document.upload = Upload(draw(texts).strip() or "Corrected.", "correction")


@hidden
def what_a_hidden_document_replaces(world: World, draw: Draw) -> None:
    document = one_of(world, draw, ("unreleased", "private_document"))
    document.replaced_by = draw(st.sampled_from([None, world.first, world.last]))
    document.replacement_note = draw(texts)
    document.save()


@hidden
def the_place_of_a_hidden_document(world: World, draw: Draw) -> None:
    document = one_of(world, draw, ("unreleased", "private_document"))
    document.series = draw(st.sampled_from([world.series, world.hidden_series]))
    document.series_position = draw(st.integers(0, 20))
    document.save()


@hidden
def when_a_document_is_due_for_review(world: World, draw: Draw) -> None:
    world.report.review_due_on = draw(DAYS)
    world.report.save()


@hidden
def a_document_uploaded(world: World, draw: Draw) -> None:
    factories.DocumentFactory(
        title=draw(texts), released_at=None, document_type="guidance", fiscal_year=1999
    )


@hidden
def a_hidden_document_deleted(world: World, draw: Draw) -> None:
    world.nosy.attachments.all().delete()
    one_of(world, draw, ("unreleased", "private_document")).delete()


@hidden
def an_image_in_a_private_collection(world: World, draw: Draw) -> None:
    image = world.private_image
    image.title, image.description = draw(texts), draw(texts)
    image.credit, image.focal_point_x = draw(texts), draw(st.integers(0, 300))
    image.save()


@hidden
def an_image_uploaded_to_a_private_collection(world: World, draw: Draw) -> None:
    factories.ImageFactory(title=draw(texts), collection=world.vaults)


@hidden
def an_image_in_a_private_collection_deleted(world: World, draw: Draw) -> None:
    world.private_image.delete()


@hidden
def collections(world: World, draw: Draw) -> None:
    collection = one_of(world, draw, ("vaults", "cellar", "shelf"))
    collection.name = draw(texts)
    collection.save()
    Collection.objects.get(pk=world.vaults.pk).add_child(name=draw(texts))


@hidden
def tags_of_files(world: World, draw: Draw) -> None:
    """Those of editors, which are no topics."""
    one_of(world, draw, ("report", "picture")).tags.add(draw(texts))
