"""How the core's own things are published: images, and the site itself."""

from cms.models import CustomImage
from cms.publishing.models import Resource
from cms.publishing.registry import publishes
from cms.publishing.schemas.images import ImageCard, ImageDetail
from cms.publishing.schemas.site import SiteInfo
from cms.publishing.site_in_locale import SiteInLocale

publishes(CustomImage, card=ImageCard, resource=Resource.IMAGES)(ImageDetail)
publishes(SiteInLocale, card=SiteInfo, resource=Resource.SITE)(SiteInfo)
