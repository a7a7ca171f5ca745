from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0004_publishers_promote"),
    ]

    operations = [
        migrations.AddField(
            model_name="standardpage",
            name="show_contact",
            field=models.BooleanField(
                default=False,
                help_text="Show, below the text, whom readers may ask: the contact of the site settings. For pages such as Contact and Accessibility.",
                verbose_name="show the contact of the site",
            ),
        ),
    ]
