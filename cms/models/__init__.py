"""The core's models; content types live in their own apps."""

from .glossary import GlossaryPage, Term
from .images import CustomImage, CustomRendition
from .index_pages import IndexPage
from .navigation import FooterLink, NavigationLink, RequiredLink
from .pages import BasePage
from .relations import Attachment, ChangeNote, RelatedPage
from .revised_children import ProtectingChild
from .settings_translation import SettingsTranslation
from .site_settings import SiteSettings
from .snippets import DocumentSeries, Measure, Office, Programme, Source, Topic

__all__ = [
    "Attachment",
    "BasePage",
    "ChangeNote",
    "CustomImage",
    "CustomRendition",
    "DocumentSeries",
    "FooterLink",
    "GlossaryPage",
    "IndexPage",
    "Measure",
    "NavigationLink",
    "Office",
    "Programme",
    "ProtectingChild",
    "RelatedPage",
    "RequiredLink",
    "SettingsTranslation",
    "SiteSettings",
    "Source",
    "Term",
    "Topic",
]
