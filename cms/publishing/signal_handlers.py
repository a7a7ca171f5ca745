"""What changes content elsewhere than in the `save()` of a published model."""

from functools import wraps
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect as StoredRedirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Revision,
    Site,
)
from wagtail.signals import page_slug_changed, post_page_move

from cms.models.snippets import Named

from . import record
from .models import Resource
from .redirects import Redirect
from .sources import Reference, batches, reference_to
from .stored import note
from .tags import SITE, content_tag, list_tag, tag_of, translation_tag


def connect() -> None:
    post_save.connect(follow_base_page, sender=Page)
    pre_delete.connect(note_deletion, sender=Page)
    post_delete.connect(bury_page, sender=Page)
    post_delete.connect(bury_file, sender=get_document_model())
    post_delete.connect(bury_file, sender=get_image_model())
    post_page_move.connect(follow_moved_page)
    page_slug_changed.connect(follow_renamed_page)
    for model in (PageViewRestriction, CollectionViewRestriction):
        pre_save.connect(note_former_place, sender=model)
    for signal in (post_save, post_delete):
        signal.connect(follow_page_restriction, sender=PageViewRestriction)
        signal.connect(follow_collection_restriction, sender=CollectionViewRestriction)
        signal.connect(follow_site_address, sender=Site)
        signal.connect(follow_locale, sender=Locale)
    for model in snippet_models():
        post_save.connect(follow_snippet, sender=model)
        post_delete.connect(bury_snippet, sender=model)
    post_save.connect(note_draft, sender=Revision)
    post_save.connect(note_document, sender=get_document_model())
    post_save.connect(follow_redirect, sender=StoredRedirect)
    post_delete.connect(bury_redirect, sender=StoredRedirect)
    follow_collection_moves()
    follow_unpublishing_at_its_end()


def snippet_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if issubclass(model, Named)]


def note_deletion(instance: Page, origin: Any = None, **kwargs: Any) -> None:
    """Remember a page that is deleted with others: they are buried together."""
    if origin is not None:
        origin.__dict__.setdefault("pages_to_bury", []).append(instance)


def bury_page(instance: Page, origin: Any = None, **kwargs: Any) -> None:
    """Bury all pages of one deletion after the first of them: all are gone by then."""
    pages = [instance] if origin is None else vars(origin).pop("pages_to_bury", [])
    if pages:
        bury_pages(pages)


def bury_pages(pages: list[Page]) -> None:
    tags = set()
    for page in pages:
        tags |= {tag_of(page), content_tag(page), translation_tag(page)}
        tags.add(list_tag(page.specific_class or Page))
    resources = (str(Resource.PAGES), str(Resource.SITE))
    record.bury_deleted([(r, page.pk) for page in pages for r in resources], tags)


def bury_file(instance: Any, **kwargs: Any) -> None:
    resource, object_id = reference_to(instance)
    tags = {tag_of(instance), *instance.list_tags()}
    record.bury_deleted([(resource, object_id)], tags)


def follow_moved_page(instance: Page, **kwargs: Any) -> None:
    record.follow_subtree(instance)


def follow_renamed_page(instance: Page, **kwargs: Any) -> None:
    """Follow what is below a page that was renamed as `Page`, after the commit."""
    if getattr(instance, "subtree_is_followed", False):
        instance.subtree_is_followed = False
    else:
        record.follow_subtree(instance)


def follow_base_page(instance: Page, **kwargs: Any) -> None:
    """Follow what Wagtail saves as `Page`: bulk unpublishing, aliases, moves.

    Our own `save` is not called then, and the address of what is below is changed
    after this; a page that moved is followed with its subtree in a moment.
    """
    record.follow_page(instance)


def is_cascade(origin: Any, model: type[models.Model]) -> bool:
    """Tell whether a thing is deleted because something else is.

    Half of that may be gone already: it is followed by itself, once it is gone.
    """
    started_with = getattr(origin, "model", None) or type(origin)
    return origin is not None and not issubclass(started_with, model)


def note_former_place(instance: Any, **kwargs: Any) -> None:
    """Remember where a restriction was before it is moved to another page."""
    before = type(instance).objects.filter(pk=instance.pk).first()
    instance.former_place = before and place_of(before)


def place_of(restriction: Any) -> Page | Collection:
    is_page = isinstance(restriction, PageViewRestriction)
    place: Page | Collection = restriction.page if is_page else restriction.collection
    return place


def follow_page_restriction(
    instance: PageViewRestriction, origin: Any = None, **kwargs: Any
) -> None:
    if is_cascade(origin, PageViewRestriction):
        return
    former = getattr(instance, "former_place", None)
    for page in {place_of(instance), former} - {None}:
        record.follow_subtree(page)


def follow_collection_restriction(
    instance: CollectionViewRestriction, origin: Any = None, **kwargs: Any
) -> None:
    if is_cascade(origin, CollectionViewRestriction):
        return
    former = getattr(instance, "former_place", None)
    for collection in {place_of(instance), former} - {None}:
        follow_collection(collection)


def follow_collection(collection: Collection) -> None:
    """Follow all files in a collection and in those below it."""
    inside = collection.get_descendants(inclusive=True)
    record.follow_many(
        [
            reference_to(file)
            for model in (get_document_model(), get_image_model())
            for file in model.objects.filter(collection__in=inside).only("pk")
        ]
    )


def follow_collection_moves() -> None:
    """Follow a collection that is moved below another one.

    The tree is rearranged by SQL and sends no signal, neither from the editor nor
    from code; what was public may be private now, in the same transaction.
    """
    move = Collection.move

    @wraps(move)
    def move_and_follow(self: Collection, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            result = move(self, *args, **kwargs)
            follow_collection(Collection.objects.get(pk=self.pk))
        return result

    Collection.move = move_and_follow


def follow_unpublishing_at_its_end() -> None:
    """Follow a page and all below it that are unpublished with it together.

    Wagtail saves one after the other, with the page above them hidden already.
    """
    execute = UnpublishPageAction.execute

    @wraps(execute)
    def execute_together(self: UnpublishPageAction, *args: Any, **kwargs: Any) -> Any:
        if not self.include_descendants:
            return execute(self, *args, **kwargs)
        with record.following_together():
            return execute(self, *args, **kwargs)

    UnpublishPageAction.execute = execute_together


def follow_site_address(instance: Site, origin: Any = None, **kwargs: Any) -> None:
    """Follow all pages of the log, and those that only now have an address."""
    # Wagtail clears it, too, but perhaps after us.
    Site.clear_site_root_paths_cache()
    if is_cascade(origin, Site):
        # With its home page: there is nothing to be rendered until that is gone.
        transaction.on_commit(follow_sites_and_pages)
    else:
        follow_sites_and_pages()


def follow_sites_and_pages() -> None:
    with transaction.atomic():
        record.lock()
        record.follow_trees(
            [
                home
                for site in Site.objects.select_related("root_page")
                for home in site.root_page.get_translations(inclusive=True)
            ],
            # What a redirect leads to is of this site or not by its hosts.
            with_others=[*record.dependents_of({SITE}), *all_redirects()],
        )
        record.follow_sites()


def all_redirects() -> list[Reference]:
    return [one for some in batches(Resource.REDIRECTS) for one in some]


def follow_locale(instance: Locale, **kwargs: Any) -> None:
    record.follow_sites()


def follow_snippet(instance: Named, **kwargs: Any) -> None:
    record.follow(instance)


def bury_snippet(instance: Named, **kwargs: Any) -> None:
    record.bury_deleted([reference_to(instance)], {tag_of(instance)})


def note_draft(instance: Revision, **kwargs: Any) -> None:
    if instance.approved_go_live_at is not None:
        note()


def note_document(instance: Any, **kwargs: Any) -> None:
    if instance.release_at is not None and not instance.is_released:
        note()


def follow_redirect(instance: StoredRedirect, **kwargs: Any) -> None:
    record.follow(Redirect(instance))


def bury_redirect(instance: StoredRedirect, **kwargs: Any) -> None:
    record.bury_deleted([(str(Resource.REDIRECTS), instance.pk)], ())
