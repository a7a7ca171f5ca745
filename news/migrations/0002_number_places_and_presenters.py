"""Places and presenters get the number by which their translations are known."""

import django.db.models.deletion
from django.db import migrations, models

from cms.translated_parts import number_parts

PARTS = ("place", "presenter")


def number_places_and_presenters(apps, schema_editor):
    for name in PARTS:
        number_parts(apps, f"news.{name}", "sort_order", "pk")


class Migration(migrations.Migration):
    dependencies = [("news", "0001_initial"), ("wagtailcore", "0098_apitoken")]

    operations = [
        *(
            migrations.AddField(
                model_name=name,
                name="translation_key",
                field=models.UUIDField(editable=False, null=True),
            )
            for name in PARTS
        ),
        *(
            migrations.AddField(
                model_name=name,
                name="locale",
                field=models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="wagtailcore.locale",
                    verbose_name="locale",
                ),
            )
            for name in PARTS
        ),
        migrations.RunPython(number_places_and_presenters, migrations.RunPython.noop),
    ]
