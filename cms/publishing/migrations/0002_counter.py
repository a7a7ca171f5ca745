"""The one row of the counter, which every writer of the log locks."""

from django.db import migrations


def make_counter(apps, schema_editor):
    apps.get_model("publishing", "Counter").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]

    operations = [migrations.RunPython(make_counter, migrations.RunPython.noop)]
