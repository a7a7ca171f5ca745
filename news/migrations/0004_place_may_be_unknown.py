"""Say that the place of an event may be unknown; the database stays the same."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0003_translatable_places_and_presenters"),
    ]

    operations = [
        migrations.AlterField(
            model_name="webinarpage",
            name="place",
            field=models.CharField(
                blank=True,
                help_text="Where it takes place, for example “New Orleans, Louisiana”. Leave it empty while that is not known: readers are told so.",
                max_length=200,
            ),
        ),
    ]
