"""Give each document that is there its first version. Reads all of them, once."""

from django.db import migrations

BATCH = 500


def add_first_versions(apps, schema_editor):
    Document = apps.get_model("documents", "CustomDocument")
    Version = apps.get_model("documents", "DocumentVersion")
    Publication = apps.get_model("publishing", "Publication")
    # A tombstone tells that it was public once.
    shown = set(
        Publication.objects.filter(resource="documents").values_list(
            "object_id", flat=True
        )
    )
    found = Document.objects.filter(versions=None).exclude(file="").order_by("pk")
    versions = (
        Version(
            document=document,
            number=1,
            created_at=document.created_at,
            published_at=document.released_at,
            was_public=document.pk in shown,
            uploaded_by_id=document.uploaded_by_user_id,
            file=document.file.name,
            original_filename=document.original_filename,
            media_type=document.media_type,
            size=document.file_size or 0,
            sha256=document.sha256,
        )
        for document in found.iterator(BATCH)
    )
    Version.objects.bulk_create(versions, batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0002_versions"),
        ("publishing", "0006_redirects_and_snippets"),
    ]

    operations = [
        migrations.RunPython(add_first_versions, migrations.RunPython.noop),
    ]
