"""Parts of pages (statistics, places, change notes) that translators translate, too.

Each part of a page has a number by which its translations are known. Migrations give
them to parts that were made before.
"""

from collections import Counter, defaultdict
from typing import Any
from uuid import UUID, uuid4


def number_parts(apps: Any, model_name: str, *order: str) -> None:
    """Give each part a translation key, and the locale of its page.

    The parts of a page and of its translations belong together one by one, in their
    order, where there are as many; where not, each stands for itself.
    """
    model = apps.get_model(model_name)
    parts = list(model.objects.order_by("page_id", *order))
    pages = apps.get_model("wagtailcore.Page").objects.in_bulk(
        {part.page_id for part in parts}
    )
    counts = Counter(part.page_id for part in parts)
    keys: dict[tuple[UUID, int, int], UUID] = defaultdict(uuid4)
    places: Counter[int] = Counter()
    for part in parts:
        page, place = pages[part.page_id], places[part.page_id]
        places[part.page_id] += 1
        part.translation_key = keys[page.translation_key, counts[page.pk], place]
        part.locale_id = page.locale_id
    model.objects.bulk_update(parts, ["translation_key", "locale"], batch_size=500)
