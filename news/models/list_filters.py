"""By what all lists of this application are narrowed down."""

from django.utils.translation import gettext_lazy as _

from cms.narrowing import FacetFilter, YearFilter, topic_labels

TOPIC = FacetFilter("topic", _("Topic"), "topic", topic_labels)
YEAR = YearFilter("year", _("Year"))
