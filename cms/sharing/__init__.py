"""What search engines, and sites on which a link is shared, are told of a page.

Made from the public form of the page, the same that the API sends, with the site around
it. An application says in its module `sharing` what is particular to its types.
"""

from .described import Crumb, Described, DescribedPage
from .glossary import DescribedGlossary
from .pictures import Drawing, SharedPicture
from .registry import described, describes
from .things import Thing, thing

__all__ = [
    "Crumb",
    "Described",
    "DescribedGlossary",
    "DescribedPage",
    "Drawing",
    "SharedPicture",
    "Thing",
    "described",
    "describes",
    "thing",
]
