"""`{% load citations %}`: how a document is cited."""

from django import template

from cms.publishing.schemas.site import SiteInfo
from documents.api import DocumentDetail
from documents.citations import Citation

register = template.Library()


@register.simple_tag
def citation(document: DocumentDetail, site_info: SiteInfo | None) -> Citation:
    """Return the citation: `text`, and `files` with the addresses of other forms."""
    return Citation(document, site_info)
