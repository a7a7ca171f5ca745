"""Chart or table: the address keeps which, so that a link leads to what was seen."""

from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.choosing import Way

PARAMETER = "view"
# What is left of a strange value in a message.
LONGEST_QUOTED = 60


class View(TextChoices):
    CHART = "chart", gettext_lazy("Chart")
    TABLE = "table", gettext_lazy("Table")


@dataclass(frozen=True)
class FigureView:
    """How a page shows its figures, as its address asks; a chart by default.

    `kept` is what else the addresses of the page ask for.
    """

    asked: str = ""
    kept: dict[str, str] = field(default_factory=dict)

    @property
    def chosen(self) -> str:
        return self.asked if self.asked in View.values else View.CHART

    @property
    def is_asked_for(self) -> bool:
        """Tell whether the address says what is shown."""
        return self.asked == self.chosen

    @property
    def ways(self) -> list[Way]:
        """Return the links to the same page in each view."""
        return [
            Way(str(view.label), self.address_of(view), view == self.chosen)
            for view in View
        ]

    def address_of(self, view: View) -> str:
        return f"?{urlencode({**self.kept, PARAMETER: view.value})}"

    @property
    def message(self) -> str:
        """Return what a reader is told whose address asks for another view."""
        if not self.asked or self.is_asked_for:
            return ""
        asked = "".join(c for c in self.asked if c.isprintable())[:LONGEST_QUOTED]
        text = _(
            "Figures can be seen as “chart” or as “table”, not as “%(asked)s”. This is "
            "the chart."
        )
        return text % {"asked": asked}


def figure_view(request: HttpRequest, **kept: str) -> FigureView:
    return FigureView(request.GET.get(PARAMETER, ""), kept)
