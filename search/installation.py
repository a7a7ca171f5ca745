"""Making the index: after each migration, and anew on demand."""

from django.db import DEFAULT_DB_ALIAS, connection

from cms.publishing.models import PageText, Publication

from .index import database_index

LOG = {Publication._meta.db_table, PageText._meta.db_table}


def install(using: str = DEFAULT_DB_ALIAS) -> None:
    """Make what is missing of the index, and fill it where it is not as it should be.

    Does nothing before the log has its tables: only some migrations were run.
    """
    tables = set(connection.introspection.table_names())
    if using != DEFAULT_DB_ALIAS or not tables >= LOG:
        return
    keeper = database_index()
    was_made = keeper.is_made()
    keeper.install()
    if not was_made:
        keeper.rebuild()
