"""Images: in cards, in bodies, as portraits, and for who shares a page."""

from django.core.files.base import ContentFile
from wagtail.models import CollectionViewRestriction

from tests import factories
from tests.freshness.world import World

from . import case, edit

# The picture stands on top of a news item, of which the home page has a card, and in
# the body of a page.
SHOWN = "picture item hub home"
# The card at home tells of the picture, which the page does not show.
NOT_AT_HOME = "home"


@case(
    SHOWN,
    same=NOT_AT_HOME,
    shows="ImageCard.alt ImageLink.alt",
    by="cms.customimage",
)
def an_images_alternative_text(world: World) -> None:
    edit(world.picture, description="Other words")


@case(
    SHOWN,
    same="home item hub",
    shows="ImageCard.title ImageLink.title",
)
def an_images_title(world: World) -> None:
    edit(world.picture, title="Other title")


@case(SHOWN, same=NOT_AT_HOME, shows="ImageCard.credit ImageLink.credit")
def an_images_credit(world: World) -> None:
    edit(world.picture, credit="Photo: Ana Example")


FOCAL_POINT = {
    "focal_point_x": 10,
    "focal_point_y": 20,
    "focal_point_width": 30,
    "focal_point_height": 40,
}


@case(
    SHOWN,
    same=NOT_AT_HOME,
    shows="ImageLink.focal_point ImageDetail.focal_point ImageLink.url Rendition.url"
    " ImageMeta.download_url ImageCard.url ImageCard.meta ImageLink.sources"
    " ImageLink.card ImageDetail.sources ImageDetail.card CardPicture.url"
    " CardPicture.sources PictureSource.srcset",
)
def an_images_focal_point(world: World) -> None:
    edit(world.picture, **FOCAL_POINT)


@case(
    SHOWN,
    same=NOT_AT_HOME,
    shows="FocalPoint.x FocalPoint.y",
    before=an_images_focal_point,
)
def another_focal_point(world: World) -> None:
    edit(world.picture, focal_point_x=100, focal_point_y=200)


@case(
    SHOWN,
    same=NOT_AT_HOME,
    shows="ImageLink.url ImageLink.width ImageLink.height ImageLink.size"
    " ImageLink.media_type ImageLink.renditions ImageCard.url ImageCard.width"
    " ImageCard.height ImageCard.size ImageCard.media_type ImageDetail.renditions"
    " Rendition.url Rendition.width Rendition.height CardPicture.width"
    " CardPicture.height",
)
def an_images_file(world: World) -> None:
    image, other = (
        world.picture,
        factories.ImageFactory.build(
            file__width=1400, file__height=800, file__format="JPEG"
        ),
    )
    edit(image, file=ContentFile(other.file.read(), name="other.jpg"))


@case("item hub home", same="home", gone={"picture": "restricted"})
def an_image_moved_to_a_private_collection(world: World) -> None:
    edit(world.picture, collection=world.cellar)


@case(SHOWN, same="home", before=an_image_moved_to_a_private_collection)
def an_image_moved_back(world: World) -> None:
    edit(world.picture, collection=world.shelf)


@case("item hub home", same="home", gone={"picture": "deleted"})
def an_image_deleted(world: World) -> None:
    world.picture.delete()


@case("story home", html="stories", gone={"portrait": "restricted"})
def a_portrait_moved_to_a_private_collection(world: World) -> None:
    edit(world.portrait, collection=world.cellar)


@case("portrait story home", html="stories")
def a_portraits_alternative_text(world: World) -> None:
    edit(world.portrait, description="Other words")


@case("banner about acerca", shows="ImageLink.alt")
def the_alternative_text_of_what_is_shared(world: World) -> None:
    edit(world.banner, description="Other words")


def show_in_spanish(world: World, alt: str = "") -> None:
    block = {"image": world.picture, "alt": alt, "decorative": False, "caption": ""}
    edit(world.acerca, body=[("image", block)])


@case("acerca", before=show_in_spanish, shows="ImageLink.alt_language")
def an_image_described_in_the_language_of_a_page(world: World) -> None:
    show_in_spanish(world, alt="Un campo")


@case("about acerca", gone={"banner": "restricted"}, shows="PageDetail.social_image")
def what_is_shared_moved_to_a_private_collection(world: World) -> None:
    edit(world.banner, collection=world.cellar)


@case("quiet_image")
def an_image_that_nothing_shows(world: World) -> None:
    edit(world.quiet_image, description="Other words")


@case()
def a_collections_name(world: World) -> None:
    edit(world.shelf, name="Other name")


@case(SHOWN, same="home", before=an_image_moved_to_a_private_collection)
def a_collection_opened_to_all(world: World) -> None:
    CollectionViewRestriction.objects.all().delete()
