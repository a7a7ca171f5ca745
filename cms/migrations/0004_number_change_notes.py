"""Change notes get the number by which their translations are known."""

import django.db.models.deletion
from django.db import migrations, models

from cms.translated_parts import number_parts


def number_change_notes(apps, schema_editor):
    number_parts(apps, "cms.ChangeNote", "-changed_on", "-pk")


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0003_glossary_and_government"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="changenote",
            name="translation_key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="changenote",
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
        migrations.RunPython(number_change_notes, migrations.RunPython.noop),
    ]
