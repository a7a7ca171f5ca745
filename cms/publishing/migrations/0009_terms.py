from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0008_summary"),
    ]

    operations = [
        migrations.AlterField(
            model_name="publication",
            name="resource",
            field=models.CharField(
                choices=[
                    ("pages", "page"),
                    ("documents", "document"),
                    ("images", "image"),
                    ("topics", "topic"),
                    ("programmes", "programme"),
                    ("measures", "measure"),
                    ("sources", "source"),
                    ("series", "series"),
                    ("offices", "office"),
                    ("terms", "term"),
                    ("redirects", "redirect"),
                    ("site", "site"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="queued",
            name="resource",
            field=models.CharField(
                choices=[
                    ("pages", "page"),
                    ("documents", "document"),
                    ("images", "image"),
                    ("topics", "topic"),
                    ("programmes", "programme"),
                    ("measures", "measure"),
                    ("sources", "source"),
                    ("series", "series"),
                    ("offices", "office"),
                    ("terms", "term"),
                    ("redirects", "redirect"),
                    ("site", "site"),
                ],
                max_length=20,
            ),
        ),
    ]
