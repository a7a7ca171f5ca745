"""Every row has dates that can be compared, and lists have indexes for their orders.

Rewrites the rows without a date, and locks the table while its indexes are made: a
few seconds at 100,000 rows.
"""

from datetime import UTC, datetime

from django.db import migrations, models

NEVER = datetime(1000, 1, 1, tzinfo=UTC)
DATES = ("dated_at", "first_published_at", "last_published_at", "public_updated_at")


def fill_dates(apps, schema_editor):
    rows = apps.get_model("publishing", "Publication").objects
    for name in DATES:
        rows.filter(**{f"{name}__isnull": True}).update(**{name: NEVER})


def index(name, *fields, **options):
    return migrations.AddIndex(
        "publication", models.Index(fields=list(fields), name=name, **options)
    )


class Migration(migrations.Migration):
    # PostgreSQL does not alter a table that has changes of the same transaction
    # whose constraints are still to be checked.
    atomic = False

    dependencies = [("publishing", "0003_retention")]

    operations = [
        migrations.RunPython(fill_dates, migrations.RunPython.noop, elidable=True),
        *(
            migrations.AlterField(
                "publication", name, models.DateTimeField(default=NEVER)
            )
            for name in DATES
        ),
        index("publication_newest", "resource", "listed", "dated_at", "object_id"),
        index("publication_resource", "resource", "sequence"),
        index("publication_type", "type", "sequence"),
        index(
            *("publication_old_path", "resource", "old_path"),
            condition=~models.Q(old_path=""),
        ),
    ]
