import uuid

import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import cms.models.settings_translation


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0002_relations"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="requiredlink",
            name="subject",
            field=models.CharField(
                blank=True,
                choices=[
                    ("about", "About the agency"),
                    ("accessibility", "Accessibility statement"),
                    ("foia", "FOIA requests"),
                    ("no_fear", "No FEAR Act data"),
                    ("inspector_general", "Office of the Inspector General"),
                    ("performance", "Performance reports"),
                    ("privacy", "Privacy policy"),
                    ("disclosure", "Vulnerability disclosure policy"),
                ],
                help_text="What the link is about. Readers of each language see these words, unless you enter a label of your own. Leave empty for any other link.",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="security_contact",
            field=models.CharField(
                blank=True,
                help_text="Where researchers report a weakness of the site: an email address, or an address that begins with https:// or tel:. Leave empty to publish no security.txt.",
                max_length=200,
                verbose_name="contact for security",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="security_expires_on",
            field=models.DateField(
                blank=True,
                help_text="The day by which somebody looks at this again, at most a year from now. The dashboard tells of it 30 days before.",
                null=True,
                verbose_name="holds until",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="security_languages",
            field=models.CharField(
                default="en",
                help_text="The codes of the languages in which reports are read, parted by commas, for example “en, es”.",
                max_length=60,
                verbose_name="languages of reports",
            ),
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="alert_ends_at",
            field=models.DateTimeField(
                blank=True,
                help_text="The alert disappears by itself at this time. Leave empty to show it until you choose “No alert”.",
                null=True,
                verbose_name="until",
            ),
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="alert_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "No alert"),
                    ("information", "Information"),
                    ("emergency", "Emergency"),
                ],
                default="",
                help_text="An alert stands at the top of every page. Information is for what readers should know, such as a holiday; emergency for what they must act on today, such as a storm.",
                max_length=20,
                verbose_name="alert",
            ),
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="alert_starts_at",
            field=models.DateTimeField(
                blank=True,
                help_text="The alert appears by itself at this time. Leave empty to show it at once.",
                null=True,
                verbose_name="from",
            ),
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="banner",
            field=models.BooleanField(
                default=False,
                help_text="Turn on only where the site is an official website of the United States government. It is shown where the address of the site ends in .gov or .mil, and the notice below everywhere else.",
                verbose_name="official government banner",
            ),
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="demonstration_notice",
            field=models.CharField(
                blank=True,
                default="This is a demonstration site. It is not an official website.",
                help_text="Shown at the top of every page where the banner is not. Leave empty to show nothing.",
                max_length=200,
            ),
        ),
        migrations.CreateModel(
            name="GlossaryPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="Say in plain words what the reader finds here, in at most 300 characters. Lists and search show it.",
                        max_length=300,
                    ),
                ),
                (
                    "review_due_on",
                    models.DateField(
                        blank=True,
                        help_text="The day by which somebody checks that the page is still right.",
                        null=True,
                        verbose_name="review due",
                    ),
                ),
                (
                    "reviewed_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which somebody last checked the page.",
                        null=True,
                        verbose_name="last reviewed",
                    ),
                ),
                (
                    "withdrawn_on",
                    models.DateField(
                        blank=True,
                        help_text="The day from which the page no longer holds, today at the latest. It stays at its address under a notice, and leaves lists and search.",
                        null=True,
                        verbose_name="withdrawn on",
                    ),
                ),
                (
                    "withdrawn_explanation",
                    models.TextField(
                        blank=True,
                        help_text="Tell readers why the page was withdrawn and where to look instead, for example “The form was replaced in July 2017; see Forms.”",
                        max_length=500,
                        verbose_name="explanation",
                    ),
                ),
                (
                    "introduction",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="One or two sentences above the list: what the reader finds in it. The terms come from Snippets by themselves.",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave empty for the default.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cms.customimage",
                    ),
                ),
                (
                    "topics",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        help_text="Tick what the page is about, for example “Eligibility”.",
                        to="cms.topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "glossary",
                "abstract": False,
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="SettingsTranslation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(blank=True, editable=False, null=True),
                ),
                (
                    "language",
                    models.CharField(
                        choices=cms.models.settings_translation.languages,
                        help_text="The language of the words below, once each.",
                        max_length=20,
                    ),
                ),
                (
                    "tagline",
                    models.CharField(
                        blank=True,
                        help_text="A few words beside the site's name, for example “Para la educación migrante”.",
                        max_length=120,
                    ),
                ),
                (
                    "demonstration_notice",
                    models.CharField(
                        blank=True,
                        help_text="The notice at the top of every page, for example “Este sitio es una demostración.”",
                        max_length=200,
                    ),
                ),
                (
                    "alert_heading",
                    models.CharField(
                        blank=True,
                        help_text="The heading of the alert, for example “Las oficinas cierran el lunes”.",
                        max_length=100,
                    ),
                ),
                (
                    "alert_text",
                    models.TextField(
                        blank=True,
                        help_text="The text of the alert, in at most 400 characters. Without heading and text, readers of this language see the alert in the site's own.",
                        max_length=400,
                    ),
                ),
                (
                    "settings",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="translations",
                        to="cms.sitesettings",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("settings", "language"),
                        name="settings_in_language",
                        violation_error_message="Each language has one translation.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "translation_key",
                    models.UUIDField(default=uuid.uuid4, editable=False),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="The word or abbreviation as readers meet it, for example “COE”.",
                        max_length=120,
                    ),
                ),
                (
                    "expansion",
                    models.CharField(
                        blank=True,
                        help_text="What an abbreviation stands for, for example “Certificate of Eligibility”.",
                        max_length=160,
                    ),
                ),
                (
                    "definition",
                    models.TextField(
                        help_text="One or two plain sentences that use no other word of the trade, for example “The form on which a recruiter writes down why a child is eligible.”",
                        max_length=400,
                    ),
                ),
                ("slug", models.SlugField(editable=False, max_length=130)),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
            ],
            options={
                "verbose_name": "glossary term",
                "verbose_name_plural": "glossary terms",
                "ordering": ["name"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
    ]
