"""Statistics get the number by which their translations are known."""

import django.db.models.deletion
from django.db import migrations, models

from cms.translated_parts import number_parts


def number_statistics(apps, schema_editor):
    number_parts(apps, "home.Statistic", "sort_order", "pk")


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0006_publishers_explain_terms"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="statistic",
            name="translation_key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="statistic",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.RunPython(number_statistics, migrations.RunPython.noop),
    ]
