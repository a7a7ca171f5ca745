"""The route of a story on the map of tiles: all geometry, for a template to write down.

Lengths are units of the drawing, which fills the width that it is given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .api import Place
from .state_grid import COLUMNS, ROWS, STATES, code_of

TILE, GAP = 28, 4
STEP = TILE + GAP
# How far a leg bends away from the straight line, as a share of its length.
BEND = 0.18
# Room around, for bends and the ends of lines.
MARGIN = 6


@dataclass(frozen=True)
class Tile:
    """A state: the corner of its square, and whether the route passes there."""

    code: str
    x: int
    y: int
    is_on_route: bool
    middle_x: int
    middle_y: int


@dataclass(frozen=True)
class RouteMap:
    """Tiles, the paths of the legs between them, and the size of the drawing."""

    tiles: list[Tile]
    legs: list[str]
    view_box: str
    size: int = TILE


def route_map(places: Sequence[Place]) -> RouteMap | None:
    """Return the map of a route; None where less than two of its states are known.

    A place abroad has no tile: its legs are left out, and the list names it.
    """
    codes = [code_of(place.state) for place in places]
    if len({code for code in codes if code}) < 2:
        return None
    pairs = [(a, b) for a, b in pairwise(codes) if a and b and a != b]
    legs = [leg(middle(a), middle(b)) for a, b in dict.fromkeys(pairs)]
    tiles = [tile(code, code in codes) for code in STATES]
    width, height = COLUMNS * STEP - GAP, ROWS * STEP - GAP
    box = f"{-MARGIN} {-MARGIN} {width + 2 * MARGIN} {height + 2 * MARGIN}"
    return RouteMap(tiles, legs, box)


def tile(code: str, is_on_route: bool) -> Tile:
    _name, column, row = STATES[code]
    x, y = middle(code)
    return Tile(code, column * STEP, row * STEP, is_on_route, x, y)


def middle(code: str) -> tuple[int, int]:
    _name, column, row = STATES[code]
    return column * STEP + TILE // 2, row * STEP + TILE // 2


def leg(start: tuple[int, int], end: tuple[int, int]) -> str:
    """Return the path from one middle to another, bent to the right of the way.

    So the way back does not lie on the way there. It ends before the words of a tile.
    """
    (x1, y1), (x2, y2) = start, end
    across, down = x2 - x1, y2 - y1
    length = (across**2 + down**2) ** 0.5
    bend_x = (x1 + x2) / 2 - down * BEND
    bend_y = (y1 + y2) / 2 + across * BEND
    room = TILE * 0.62 / length
    from_x, from_y = x1 + (bend_x - x1) * 2 * room, y1 + (bend_y - y1) * 2 * room
    to_x, to_y = x2 + (bend_x - x2) * 2 * room, y2 + (bend_y - y2) * 2 * room
    return f"M{from_x:.1f} {from_y:.1f}Q{bend_x:.1f} {bend_y:.1f} {to_x:.1f} {to_y:.1f}"
