"""Add names of agency and contact in other languages: empty columns."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0006_official_language"),
    ]

    operations = [
        migrations.AddField(
            model_name="settingstranslation",
            name="agency_name",
            field=models.CharField(
                blank=True,
                help_text="The parent agency as it is called in this language. Leave empty where its name is the same.",
                max_length=160,
            ),
        ),
        migrations.AddField(
            model_name="settingstranslation",
            name="contact_name",
            field=models.CharField(
                blank=True,
                help_text="Whom readers may ask, for example “Mesa de ayuda”.",
                max_length=120,
            ),
        ),
    ]
