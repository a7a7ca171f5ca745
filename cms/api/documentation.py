"""The page that shows the API, from files of this site alone."""

from csp.constants import SELF
from csp.decorators import csp_update
from ninja import Swagger


class Documentation(Swagger):
    """Swagger UI, as ninja ships it, in a page of ours."""

    template = "cms/api/docs.html"


# Swagger's style sheet draws its icons from data: addresses.
permit_icons = csp_update({"img-src": [SELF, "data:"]})
