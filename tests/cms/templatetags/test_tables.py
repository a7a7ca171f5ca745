from cms.publishing.schemas.blocks import TableColumn
from cms.templatetags.tables import in_columns


class InColumnsTests:
    def test_cell_knows_the_kind_of_its_column(self):
        columns = [
            TableColumn(heading="Grade", kind="text"),
            TableColumn(heading="Children", kind="number"),
        ]

        cells = list(in_columns(["K-3", "31,903"], columns))

        assert cells == [("K-3", "text"), ("31,903", "number")]
