"""Names for what a rendering may touch: whoever changes it says the same name."""

import re
from collections.abc import Iterable

from django.db import models
from wagtail.models import Page

SITE = "site"
# Whom readers of the site may ask, where a page shows it.
CONTACT = "contact"
TRANSLATION = "translation-"


def tag_of(obj: models.Model) -> str:
    """Return the name of an image, document or snippet; of a page, as a link has it.

    A link has the title and address of a page, and is there while the page is public.
    """
    if isinstance(obj, Page):
        return page_tag(obj.pk)
    return tag_named(type(obj), obj.pk)


def page_tag(number: int) -> str:
    """Return the name of a page, as a link has it, that is not at hand."""
    return f"page-{number}"


def tag_named(model: type[models.Model], number: int) -> str:
    """Return the name of an image, document or snippet that is not at hand."""
    return f"{model._meta.label_lower}-{number}"


def numbers_in(tags: Iterable[str], kind: str = "page") -> set[int]:
    """Return the numbers of those things of a kind whose own names are among these."""
    found = (re.fullmatch(rf"{re.escape(kind)}-([0-9]+)", tag) for tag in tags)
    return {int(match[1]) for match in found if match}


def path_tag(path: str) -> str:
    """Return the name of a place in which a page was, or is, for who leads from it."""
    return f"path-{path}"


def paths_in(tags: Iterable[str]) -> set[str]:
    """Return the paths whose names are among these."""
    prefix = path_tag("")
    return {tag.removeprefix(prefix) for tag in tags if tag.startswith(prefix)}


def content_tag(page: Page) -> str:
    """Return the name of what a page shows beyond its title and address."""
    return f"content-of-{tag_of(page)}"


def list_tag(model: type[models.Model]) -> str:
    """Return the name of the lists in which things of a type stand."""
    return f"list-{model._meta.label}"


def translation_tag(page: Page) -> str:
    """Return the name of a page in all its languages."""
    return f"{TRANSLATION}{page.translation_key}"


def use_tag(snippet_tag: str) -> str:
    """Return the name of whether a snippet is in use, other than of what it says."""
    return f"use-of-{snippet_tag}"


def uses_tag(document_id: int) -> str:
    """Return the name of the places that link to a document."""
    return f"uses-of-document-{document_id}"


def names_one(tag: str) -> bool:
    """Tell whether this names a thing that is shown, and not a list or all languages.

    Whatever shows a thing of a list has noted the thing as well.
    """
    return not tag.startswith(("list-", "path-", "translation-", "uses-of-"))
