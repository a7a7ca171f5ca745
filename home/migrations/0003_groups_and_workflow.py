"""Editors write, publishers publish, and what is submitted goes to publishers.

Wagtail's own migrations have made the groups "Editors" and "Moderators", their
permissions for images and documents in the root collection, and the workflow
"Moderators approval" at the root of the page tree. This renames the latter two and
settles who may do what with pages, snippets, settings and redirects.
"""

from django.db import migrations

ACTIONS = ("add", "change", "delete")
PUBLISHERS_PAGES = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
RELEASE = "Can release documents and change released ones"
SNIPPETS = ("topic", "programme", "measure", "source", "documentseries", "office")


def make_groups_and_workflow(apps, schema_editor):
    publishers = rename_group(apps, "Moderators", "Publishers")
    editors, _ = apps.get_model("auth.Group").objects.get_or_create(name="Editors")
    for group in (editors, publishers):
        group.permissions.add(permission(apps, "wagtailadmin", "admin", "access_admin"))
        give_files(apps, group)
    give_pages(apps, editors, publishers)
    publishers.permissions.add(*publishers_permissions(apps))
    make_workflow(apps, publishers)


def rename_group(apps, old, new):
    Group = apps.get_model("auth.Group")
    if not Group.objects.filter(name=new).exists():
        Group.objects.filter(name=old).update(name=new)
    return Group.objects.get_or_create(name=new)[0]


def permission(apps, app_label, model, codename, name=None):
    """Return a permission, made if need be: Django makes them after migrating."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    found, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": name or f"Can {codename.replace('_', ' ')}"},
    )
    return found


def model_permissions(apps, app_label, model, actions=ACTIONS):
    verbose_name = apps.get_model(app_label, model)._meta.verbose_name
    return [
        permission(
            apps, app_label, model, f"{action}_{model}", f"Can {action} {verbose_name}"
        )
        for action in actions
    ]


def publishers_permissions(apps):
    permissions = [
        *model_permissions(apps, "cms", "sitesettings", ["change"]),
        *model_permissions(apps, "wagtailredirects", "redirect"),
        permission(apps, "documents", "customdocument", "release_document", RELEASE),
    ]
    for snippet in SNIPPETS:
        permissions += model_permissions(apps, "cms", snippet)
    return permissions


def give_files(apps, group):
    """Images and documents of every collection: both groups upload and correct."""
    root = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    granted = apps.get_model("wagtailcore.GroupCollectionPermission").objects
    for app_label, model in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        for found in model_permissions(
            apps, app_label, model, ["add", "change", "choose"]
        ):
            granted.get_or_create(group=group, collection=root, permission=found)


def give_pages(apps, editors, publishers):
    """Publishers from the root down; editors in each section, once it is made."""
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    granted = apps.get_model("wagtailcore.GroupPagePermission").objects
    granted.filter(group=editors, page=root).delete()
    for action in PUBLISHERS_PAGES:
        found = permission(apps, "wagtailcore", "page", f"{action}_page")
        granted.get_or_create(group=publishers, page=root, permission=found)


def make_workflow(apps, publishers):
    """Every page, whatever the home page is, is approved by a publisher."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    Task = apps.get_model("wagtailcore.GroupApprovalTask")
    Task.objects.filter(name="Moderators approval").update(name="Publishers approval")
    task, _ = Task.objects.get_or_create(
        name="Publishers approval",
        defaults={"content_type": content_type, "active": True},
    )
    task.groups.set([publishers])
    Workflow = apps.get_model("wagtailcore.Workflow")
    Workflow.objects.filter(name="Moderators approval").update(
        name="Publishers approval"
    )
    workflow, _ = Workflow.objects.get_or_create(
        name="Publishers approval", defaults={"active": True}
    )
    apps.get_model("wagtailcore.WorkflowTask").objects.get_or_create(
        workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0}
    )
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    apps.get_model("wagtailcore.WorkflowPage").objects.get_or_create(
        page=root, defaults={"workflow": workflow}
    )


def rename_back(apps, schema_editor):
    """Give the old names back. Permissions stay: people may count on them by now."""
    rename_group(apps, "Publishers", "Moderators")
    for model in ("GroupApprovalTask", "Workflow"):
        apps.get_model(f"wagtailcore.{model}").objects.filter(
            name="Publishers approval"
        ).update(name="Moderators approval")


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0002_counter"),
        ("home", "0002_references"),
        ("cms", "0001_initial"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(make_groups_and_workflow, rename_back)]
