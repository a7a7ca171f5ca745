"""Sites say which language is the official one, on pages that are translations."""

from django.db import migrations, models

import cms.models.settings_translation


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0005_translatable_change_notes"),
    ]

    operations = [
        migrations.AddField(
            model_name="settingstranslation",
            name="translation_notice",
            field=models.CharField(
                blank=True,
                help_text="What translated pages say of the official version, for example “Esta página es una traducción. La versión oficial está en inglés.” Leave empty for a sentence like this one.",
                max_length=300,
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="authoritative_language",
            field=models.CharField(
                blank=True,
                choices=cms.models.settings_translation.languages,
                help_text="Choose the language whose version counts if a translation differs. Translated pages then say so, with a link. Without a choice they say nothing.",
                max_length=12,
                verbose_name="official language",
            ),
        ),
    ]
