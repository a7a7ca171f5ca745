"""Images: the list, and one by its number."""

from django.http import HttpRequest, HttpResponseBase
from ninja import Query, Router

from cms.publishing.models import Resource

from .answers import detail_answers, list_answers
from .details import Number, send_detail
from .lists import send_list
from .query import DetailQuery, ImageListQuery

router = Router(tags=["images"])


@router.get(
    "/",
    response=list_answers(Resource.IMAGES),
    operation_id="listImages",
    summary="List images",
    description="Images outside of private collections.",
)
def list_images(request: HttpRequest, query: Query[ImageListQuery]) -> HttpResponseBase:
    return send_list(request, Resource.IMAGES, query)


@router.get(
    "/{int:id}/",
    response=detail_answers(Resource.IMAGES),
    operation_id="getImage",
    summary="Get an image",
    description="An image with its alternative text, focal point and sizes.",
)
def get_image(
    request: HttpRequest,
    id: Number,  # noqa: A002 - the name that clients see
    query: Query[DetailQuery],
) -> HttpResponseBase:
    return send_detail(request, Resource.IMAGES, id, query)
