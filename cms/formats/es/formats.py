"""Numbers as Spanish is written in the United States: 31,903 and 1.5."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
