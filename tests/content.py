"""What tests of content types ask: is it refused, and what does a visitor get?"""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any
from unittest import mock

from bs4 import BeautifulSoup, Tag
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from wagtail.models import Locale

from cms.publishing import content
from cms.publishing.schemas import PublicSchema


def refusals(thing: Any) -> dict[str, list[str]]:
    """Return why a thing cannot be saved as it is, by field; empty where it can."""
    try:
        thing.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def public_content(thing: Any) -> PublicSchema:
    """Return what a visitor is shown of a page or document."""
    return content.public_content(RequestFactory().get("/"), thing)


def public_form(page: Any) -> dict[str, Any]:
    """Return the JSON of a published page, as the API sends it."""
    return public_content(page).model_dump(mode="json")


def at(moment: datetime) -> AbstractContextManager[Any]:
    """Let the clock stand at a moment."""
    return mock.patch("django.utils.timezone.now", return_value=moment)


def main_of(path: str) -> Tag:
    """Return what is particular to a page that a visitor asks for."""
    response = Client().get(path)
    assert response.status_code == 200, f"{path}: {response.status_code}"
    return BeautifulSoup(response.content, "html.parser").find("main")


def words(element: Tag) -> str:
    """Return the text of an element as it is read, with single spaces."""
    return " ".join(element.get_text(" ").split())


def text_at(path: str) -> str:
    return words(main_of(path))


def in_spanish(page: Any) -> Any:
    """Return the page in Spanish, public as soon as it is there."""
    spanish, _new = Locale.objects.get_or_create(language_code="es")
    found = page.copy_for_translation(spanish)
    found.get_latest_revision().publish()
    found.refresh_from_db()
    return found
