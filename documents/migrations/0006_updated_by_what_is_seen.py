import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0005_replaced_on_and_review_due"),
    ]

    operations = [
        migrations.AlterField(
            model_name="customdocument",
            name="updated_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now, editable=False
            ),
        ),
    ]
