"""Offer the button for glossary terms in call-outs; the database stays the same."""

import wagtail.fields
from django.db import migrations

import cms.blocks.links


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0009_translators"),
    ]

    operations = [
        migrations.AlterField(
            model_name="impactpage",
            name="body",
            field=wagtail.fields.StreamField(
                [
                    ("heading", 3),
                    ("rich_text", 4),
                    ("image", 9),
                    ("quote", 12),
                    ("document_list", 20),
                    ("callout", 24),
                    ("table", 29),
                    ("statistic", 41),
                    ("embed", 45),
                    ("call_to_action", 51),
                ],
                blank=True,
                block_lookup={
                    0: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "For example “Who is eligible?”, without a full stop.",
                            "max_length": 160,
                        },
                    ),
                    1: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("2", "Section"),
                                ("3", "Part of a section"),
                                ("4", "Detail"),
                            ],
                            "help_text": "A part stands below a section, a detail below a part.",
                        },
                    ),
                    2: (
                        "wagtail.blocks.RegexBlock",
                        (),
                        {
                            "error_messages": {
                                "invalid": "Use small letters, digits and hyphens, for example “forms”."
                            },
                            "help_text": "The word after # in a link to this heading, for example “forms”. Leave empty to have it made from the text.",
                            "regex": "^[a-z0-9][a-z0-9-]*$",
                            "required": False,
                        },
                    ),
                    3: (
                        "wagtail.blocks.StructBlock",
                        [[("text", 0), ("level", 1), ("anchor", 2)]],
                        {},
                    ),
                    4: ("cms.blocks.text.TextBlock", (), {}),
                    5: (
                        "wagtail.images.blocks.ImageChooserBlock",
                        (),
                        {
                            "help_text": "A picture that adds to the text; it stands between two paragraphs."
                        },
                    ),
                    6: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What the image tells a reader who does not see it, for example “A recruiter talks with a family beside a field.” Empty means that the image's own description is used.",
                            "label": "Alternative text",
                            "max_length": 250,
                            "required": False,
                        },
                    ),
                    7: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {
                            "help_text": "Tick when the image tells nothing that the text does not.",
                            "required": False,
                        },
                    ),
                    8: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Shown below the image, for example “Beet fields near Fairview, Montana”.",
                            "max_length": 250,
                            "required": False,
                        },
                    ),
                    9: (
                        "wagtail.blocks.StructBlock",
                        [[("image", 5), ("alt", 6), ("decorative", 7), ("caption", 8)]],
                        {},
                    ),
                    10: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "Enter the words only; the page adds the quotation marks.",
                            "max_length": 600,
                        },
                    ),
                    11: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Who said it, for example “Dennis Luna”.",
                            "max_length": 120,
                        },
                    ),
                    12: (
                        "wagtail.blocks.StructBlock",
                        [[("text", 10), ("attribution", 11)]],
                        {},
                    ),
                    13: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "For example “MEP Policy Q&As”.",
                            "max_length": 160,
                            "required": False,
                        },
                    ),
                    14: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "One or two sentences: what these documents answer.",
                            "max_length": 300,
                            "required": False,
                        },
                    ),
                    15: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("series", "All documents of a series"),
                                ("type", "All documents of a type"),
                                ("picked", "Documents chosen below"),
                            ],
                            "help_text": "A series or a type also shows what is released later.",
                        },
                    ),
                    16: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        ("cms.DocumentSeries",),
                        {
                            "help_text": "Needed for all documents of a series, for example “MEP Policy Q&As”.",
                            "required": False,
                        },
                    ),
                    17: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": cms.blocks.links.document_types,
                            "help_text": "Needed for all documents of a type, for example “Guidance”.",
                            "required": False,
                        },
                    ),
                    18: ("wagtail.documents.blocks.DocumentChooserBlock", (), {}),
                    19: (
                        "wagtail.blocks.ListBlock",
                        (18,),
                        {
                            "default": [],
                            "help_text": "Needed for documents chosen by hand. Readers see them in this order.",
                        },
                    ),
                    20: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("heading", 13),
                                ("introduction", 14),
                                ("selection", 15),
                                ("series", 16),
                                ("document_type", 17),
                                ("documents", 19),
                            ]
                        ],
                        {},
                    ),
                    21: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("information", "Information"),
                                ("warning", "Warning"),
                                ("success", "Good news"),
                            ],
                            "help_text": "A warning is for what costs the reader something if missed.",
                        },
                    ),
                    22: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "For example “The form has changed”.",
                            "max_length": 120,
                        },
                    ),
                    23: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "document-link",
                                "term",
                            ],
                            "help_text": "Two or three sentences at most.",
                        },
                    ),
                    24: (
                        "wagtail.blocks.StructBlock",
                        [[("kind", 21), ("heading", 22), ("text", 23)]],
                        {},
                    ),
                    25: ("wagtail.blocks.CharBlock", (), {"required": False}),
                    26: ("wagtail.blocks.DecimalBlock", (), {"required": False}),
                    27: (
                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                        [[("text", 25), ("number", 26)]],
                        {
                            "help_text": "The caption says what the table shows, for example “Children served, by grade”. Each column needs a heading."
                        },
                    ),
                    28: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Say where the figures come from, for example “Ed Data Express”.",
                            "max_length": 200,
                            "required": False,
                        },
                    ),
                    29: (
                        "wagtail.blocks.StructBlock",
                        [[("table", 27), ("source", 28)]],
                        {},
                    ),
                    30: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What the number is, for example “Children served in summer, K-3”.",
                            "max_length": 160,
                        },
                    ),
                    31: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        ("cms.Measure",),
                        {
                            "help_text": "What is counted, with its definition and unit. Measures are made under Snippets."
                        },
                    ),
                    32: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "The age or grade band, for example “Grades K-3”. Empty means all.",
                            "max_length": 80,
                            "required": False,
                        },
                    ),
                    33: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "help_text": "The number. Leave empty where there is none, and say why below.",
                            "required": False,
                        },
                    ),
                    34: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("reported", "Reported"),
                                ("preliminary", "Preliminary"),
                                ("not_available", "Not available"),
                                ("suppressed", "Suppressed"),
                                ("not_applicable", "Not applicable"),
                            ],
                            "help_text": "Readers see the status in place of a number that is not there.",
                        },
                    ),
                    35: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Why there is no number, for example “The state did not report it.”",
                            "max_length": 300,
                            "required": False,
                        },
                    ),
                    36: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        ("cms.Source",),
                        {
                            "help_text": "Who published the figure, for example “Ed Data Express”."
                        },
                    ),
                    37: (
                        "wagtail.blocks.DateBlock",
                        (),
                        {
                            "help_text": "The first day that the figure covers, for example 2014-09-01.",
                            "label": "From",
                            "required": False,
                        },
                    ),
                    38: (
                        "wagtail.blocks.DateBlock",
                        (),
                        {
                            "help_text": "The last day that the figure covers, for example 2015-08-31.",
                            "label": "Until",
                            "required": False,
                        },
                    ),
                    39: (
                        "wagtail.blocks.DateBlock",
                        (),
                        {
                            "help_text": "The day the figure was looked up.",
                            "required": False,
                        },
                    ),
                    40: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What a careful reader must know, for example “Children who moved between states are counted once.”",
                            "max_length": 300,
                            "required": False,
                        },
                    ),
                    41: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("label", 30),
                                ("measure", 31),
                                ("group", 32),
                                ("value", 33),
                                ("status", 34),
                                ("reason", 35),
                                ("source", 36),
                                ("period_start", 37),
                                ("period_end", 38),
                                ("retrieved_on", 39),
                                ("footnote", 40),
                            ]
                        ],
                        {},
                    ),
                    42: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What it is, for example “Video: Filling in the COE”.",
                            "max_length": 160,
                        },
                    ),
                    43: (
                        "wagtail.blocks.URLBlock",
                        (),
                        {
                            "help_text": "Where it is, for example “https://example.org/v/1”.",
                            "label": "Address",
                        },
                    ),
                    44: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "What the reader finds there, how long it is, and whether it has captions.",
                            "max_length": 300,
                            "required": False,
                        },
                    ),
                    45: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 42), ("url", 43), ("description", 44)]],
                        {},
                    ),
                    46: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What happens, for example “Register today”.",
                            "max_length": 60,
                        },
                    ),
                    47: (
                        "wagtail.blocks.PageChooserBlock",
                        (),
                        {
                            "help_text": "Choose this for a button to a page of this site.",
                            "required": False,
                        },
                    ),
                    48: (
                        "wagtail.documents.blocks.DocumentChooserBlock",
                        (),
                        {
                            "help_text": "Choose this for a button to a document; it says type and size.",
                            "required": False,
                        },
                    ),
                    49: (
                        "wagtail.blocks.URLBlock",
                        (),
                        {
                            "help_text": "Enter this for a button to another site, for example “https://example.org/register”. A button has one of the three.",
                            "label": "Address elsewhere",
                            "required": False,
                        },
                    ),
                    50: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [("primary", "Strong"), ("outline", "Quiet")],
                            "help_text": "One strong button a page is enough.",
                        },
                    ),
                    51: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("text", 46),
                                ("page", 47),
                                ("document", 48),
                                ("url", 49),
                                ("emphasis", 50),
                            ]
                        ],
                        {},
                    ),
                },
                help_text="Text below the figures, for example how they were collected.",
            ),
        ),
        migrations.AlterField(
            model_name="standardpage",
            name="body",
            field=wagtail.fields.StreamField(
                [
                    ("heading", 3),
                    ("rich_text", 4),
                    ("image", 9),
                    ("quote", 12),
                    ("document_list", 20),
                    ("callout", 24),
                    ("table", 29),
                    ("statistic", 41),
                    ("embed", 45),
                    ("call_to_action", 51),
                ],
                blank=True,
                block_lookup={
                    0: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "For example “Who is eligible?”, without a full stop.",
                            "max_length": 160,
                        },
                    ),
                    1: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("2", "Section"),
                                ("3", "Part of a section"),
                                ("4", "Detail"),
                            ],
                            "help_text": "A part stands below a section, a detail below a part.",
                        },
                    ),
                    2: (
                        "wagtail.blocks.RegexBlock",
                        (),
                        {
                            "error_messages": {
                                "invalid": "Use small letters, digits and hyphens, for example “forms”."
                            },
                            "help_text": "The word after # in a link to this heading, for example “forms”. Leave empty to have it made from the text.",
                            "regex": "^[a-z0-9][a-z0-9-]*$",
                            "required": False,
                        },
                    ),
                    3: (
                        "wagtail.blocks.StructBlock",
                        [[("text", 0), ("level", 1), ("anchor", 2)]],
                        {},
                    ),
                    4: ("cms.blocks.text.TextBlock", (), {}),
                    5: (
                        "wagtail.images.blocks.ImageChooserBlock",
                        (),
                        {
                            "help_text": "A picture that adds to the text; it stands between two paragraphs."
                        },
                    ),
                    6: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What the image tells a reader who does not see it, for example “A recruiter talks with a family beside a field.” Empty means that the image's own description is used.",
                            "label": "Alternative text",
                            "max_length": 250,
                            "required": False,
                        },
                    ),
                    7: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {
                            "help_text": "Tick when the image tells nothing that the text does not.",
                            "required": False,
                        },
                    ),
                    8: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Shown below the image, for example “Beet fields near Fairview, Montana”.",
                            "max_length": 250,
                            "required": False,
                        },
                    ),
                    9: (
                        "wagtail.blocks.StructBlock",
                        [[("image", 5), ("alt", 6), ("decorative", 7), ("caption", 8)]],
                        {},
                    ),
                    10: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "Enter the words only; the page adds the quotation marks.",
                            "max_length": 600,
                        },
                    ),
                    11: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Who said it, for example “Dennis Luna”.",
                            "max_length": 120,
                        },
                    ),
                    12: (
                        "wagtail.blocks.StructBlock",
                        [[("text", 10), ("attribution", 11)]],
                        {},
                    ),
                    13: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "For example “MEP Policy Q&As”.",
                            "max_length": 160,
                            "required": False,
                        },
                    ),
                    14: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "One or two sentences: what these documents answer.",
                            "max_length": 300,
                            "required": False,
                        },
                    ),
                    15: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("series", "All documents of a series"),
                                ("type", "All documents of a type"),
                                ("picked", "Documents chosen below"),
                            ],
                            "help_text": "A series or a type also shows what is released later.",
                        },
                    ),
                    16: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        ("cms.DocumentSeries",),
                        {
                            "help_text": "Needed for all documents of a series, for example “MEP Policy Q&As”.",
                            "required": False,
                        },
                    ),
                    17: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": cms.blocks.links.document_types,
                            "help_text": "Needed for all documents of a type, for example “Guidance”.",
                            "required": False,
                        },
                    ),
                    18: ("wagtail.documents.blocks.DocumentChooserBlock", (), {}),
                    19: (
                        "wagtail.blocks.ListBlock",
                        (18,),
                        {
                            "default": [],
                            "help_text": "Needed for documents chosen by hand. Readers see them in this order.",
                        },
                    ),
                    20: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("heading", 13),
                                ("introduction", 14),
                                ("selection", 15),
                                ("series", 16),
                                ("document_type", 17),
                                ("documents", 19),
                            ]
                        ],
                        {},
                    ),
                    21: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("information", "Information"),
                                ("warning", "Warning"),
                                ("success", "Good news"),
                            ],
                            "help_text": "A warning is for what costs the reader something if missed.",
                        },
                    ),
                    22: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "For example “The form has changed”.",
                            "max_length": 120,
                        },
                    ),
                    23: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "document-link",
                                "term",
                            ],
                            "help_text": "Two or three sentences at most.",
                        },
                    ),
                    24: (
                        "wagtail.blocks.StructBlock",
                        [[("kind", 21), ("heading", 22), ("text", 23)]],
                        {},
                    ),
                    25: ("wagtail.blocks.CharBlock", (), {"required": False}),
                    26: ("wagtail.blocks.DecimalBlock", (), {"required": False}),
                    27: (
                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                        [[("text", 25), ("number", 26)]],
                        {
                            "help_text": "The caption says what the table shows, for example “Children served, by grade”. Each column needs a heading."
                        },
                    ),
                    28: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Say where the figures come from, for example “Ed Data Express”.",
                            "max_length": 200,
                            "required": False,
                        },
                    ),
                    29: (
                        "wagtail.blocks.StructBlock",
                        [[("table", 27), ("source", 28)]],
                        {},
                    ),
                    30: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What the number is, for example “Children served in summer, K-3”.",
                            "max_length": 160,
                        },
                    ),
                    31: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        ("cms.Measure",),
                        {
                            "help_text": "What is counted, with its definition and unit. Measures are made under Snippets."
                        },
                    ),
                    32: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "The age or grade band, for example “Grades K-3”. Empty means all.",
                            "max_length": 80,
                            "required": False,
                        },
                    ),
                    33: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "help_text": "The number. Leave empty where there is none, and say why below.",
                            "required": False,
                        },
                    ),
                    34: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("reported", "Reported"),
                                ("preliminary", "Preliminary"),
                                ("not_available", "Not available"),
                                ("suppressed", "Suppressed"),
                                ("not_applicable", "Not applicable"),
                            ],
                            "help_text": "Readers see the status in place of a number that is not there.",
                        },
                    ),
                    35: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Why there is no number, for example “The state did not report it.”",
                            "max_length": 300,
                            "required": False,
                        },
                    ),
                    36: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        ("cms.Source",),
                        {
                            "help_text": "Who published the figure, for example “Ed Data Express”."
                        },
                    ),
                    37: (
                        "wagtail.blocks.DateBlock",
                        (),
                        {
                            "help_text": "The first day that the figure covers, for example 2014-09-01.",
                            "label": "From",
                            "required": False,
                        },
                    ),
                    38: (
                        "wagtail.blocks.DateBlock",
                        (),
                        {
                            "help_text": "The last day that the figure covers, for example 2015-08-31.",
                            "label": "Until",
                            "required": False,
                        },
                    ),
                    39: (
                        "wagtail.blocks.DateBlock",
                        (),
                        {
                            "help_text": "The day the figure was looked up.",
                            "required": False,
                        },
                    ),
                    40: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What a careful reader must know, for example “Children who moved between states are counted once.”",
                            "max_length": 300,
                            "required": False,
                        },
                    ),
                    41: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("label", 30),
                                ("measure", 31),
                                ("group", 32),
                                ("value", 33),
                                ("status", 34),
                                ("reason", 35),
                                ("source", 36),
                                ("period_start", 37),
                                ("period_end", 38),
                                ("retrieved_on", 39),
                                ("footnote", 40),
                            ]
                        ],
                        {},
                    ),
                    42: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What it is, for example “Video: Filling in the COE”.",
                            "max_length": 160,
                        },
                    ),
                    43: (
                        "wagtail.blocks.URLBlock",
                        (),
                        {
                            "help_text": "Where it is, for example “https://example.org/v/1”.",
                            "label": "Address",
                        },
                    ),
                    44: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "What the reader finds there, how long it is, and whether it has captions.",
                            "max_length": 300,
                            "required": False,
                        },
                    ),
                    45: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 42), ("url", 43), ("description", 44)]],
                        {},
                    ),
                    46: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "What happens, for example “Register today”.",
                            "max_length": 60,
                        },
                    ),
                    47: (
                        "wagtail.blocks.PageChooserBlock",
                        (),
                        {
                            "help_text": "Choose this for a button to a page of this site.",
                            "required": False,
                        },
                    ),
                    48: (
                        "wagtail.documents.blocks.DocumentChooserBlock",
                        (),
                        {
                            "help_text": "Choose this for a button to a document; it says type and size.",
                            "required": False,
                        },
                    ),
                    49: (
                        "wagtail.blocks.URLBlock",
                        (),
                        {
                            "help_text": "Enter this for a button to another site, for example “https://example.org/register”. A button has one of the three.",
                            "label": "Address elsewhere",
                            "required": False,
                        },
                    ),
                    50: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [("primary", "Strong"), ("outline", "Quiet")],
                            "help_text": "One strong button a page is enough.",
                        },
                    ),
                    51: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("text", 46),
                                ("page", 47),
                                ("document", 48),
                                ("url", 49),
                                ("emphasis", 50),
                            ]
                        ],
                        {},
                    ),
                },
                help_text="The text, in blocks. Begin each part with a heading.",
            ),
        ),
    ]
