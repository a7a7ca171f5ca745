"""A number, or the reason why there is none."""

from decimal import Decimal

from django.utils import translation

from cms.statistics import StatisticStatus, display_value, statistic_errors

NUMBERLESS = ("not_available", "suppressed", "not_applicable")


class RuleTests:
    def test_without_a_value_the_status_says_so(self):
        for status in ("reported", "preliminary"):
            errors = statistic_errors(None, status, "A reason.")

            assert list(errors) == ["status"]
            for label in ("Not available", "Suppressed", "Not applicable"):
                assert label in errors["status"]

    def test_without_a_value_there_is_a_reason(self):
        for status in NUMBERLESS:
            assert "for example" in statistic_errors(None, status, " ")["reason"]
            assert statistic_errors(None, status, "Fewer than ten children.") == {}

    def test_a_value_goes_with_reported_and_preliminary_alone(self):
        for value in (Decimal(0), Decimal(10006), Decimal("-1.5")):
            assert statistic_errors(value, "reported", "") == {}
            assert statistic_errors(value, "preliminary", "") == {}
            for status in NUMBERLESS:
                message = statistic_errors(value, status, "A reason.")["value"]
                assert "Remove the value" in message

    def test_a_status_that_does_not_exist_is_left_to_its_field(self):
        assert statistic_errors(None, "guessed", "") == {}


class DisplayTests:
    def test_numbers_have_separators_and_no_idle_zeros(self):
        for value, shown in (
            ("10006.000", "10,006"),
            ("0", "0"),
            ("0.000", "0"),
            ("99.500", "99.5"),
            ("-1234.5", "-1,234.5"),
            ("1E+6", "1,000,000"),
            ("1234567890123.125", "1,234,567,890,123.125"),
        ):
            assert display_value(Decimal(value), "reported") == shown

    def test_no_number_is_its_status_and_never_0_or_blank(self):
        for status in NUMBERLESS:
            shown = display_value(None, status)

            assert shown == StatisticStatus(status).label
            assert shown not in ("", "0", "None")

    def test_in_spanish_as_spanish_readers_write(self):
        with translation.override("es"):
            assert display_value(None, "not_available") == "No disponible"
            assert display_value(Decimal("99.5"), "reported") in ("99.5", "99,5")
