"""Publishers write the glossary, as they do other snippets."""

from django.db import migrations

ACTIONS = ("add", "change", "delete")


def let_publishers_explain_terms(apps, schema_editor):
    # Django makes permissions after migrating: on a new database not there yet.
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="cms", model="term"
    )
    permissions = [
        apps.get_model("auth.Permission").objects.get_or_create(
            content_type=content_type,
            codename=f"{action}_term",
            defaults={"name": f"Can {action} glossary term"},
        )[0]
        for action in ACTIONS
    ]
    for group in apps.get_model("auth.Group").objects.filter(name="Publishers"):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0003_glossary_and_government"),
        ("home", "0005_contact_on_pages"),
    ]

    operations = [
        migrations.RunPython(let_publishers_explain_terms, migrations.RunPython.noop),
    ]
