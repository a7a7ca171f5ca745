"""Editors and publishers send pages to translators. Nothing without the groups."""

from django.db import migrations

GROUPS = ("Editors", "Publishers")


def let_them_translate(apps, schema_editor):
    # Django makes permissions after migrating: on a new database not there yet.
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="wagtail_localize", model="translation"
    )
    permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename="submit_translation",
        defaults={"name": "Can submit translations"},
    )
    for group in apps.get_model("auth.Group").objects.filter(name__in=GROUPS):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0008_translatable_statistics"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [
        migrations.RunPython(let_them_translate, migrations.RunPython.noop),
    ]
