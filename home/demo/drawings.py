"""The demonstration's pictures, drawn from flat shapes as SVG.

Nobody is shown: no picture of a person was supplied, and none is made up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

NIGHT, DEEP, TEAL, LEAF, SAGE = "#123843", "#1b4d5c", "#2c6b72", "#4f8a6b", "#9dbf9a"
SOIL, CLAY, OCHRE, STRAW, CREAM = "#7a5233", "#a9713c", "#d0953a", "#e8c67a", "#f9f1de"
MIST = "#dfe8dc"


@dataclass(frozen=True)
class Scene:
    """A field of beets up to a horizon; all lengths in pixels."""

    width: int
    height: int
    horizon: int
    sun: tuple[int, int, int]
    rows: int = 45

    @property
    def vanishing(self) -> float:
        return self.width * 0.5

    def edge(self, index: float) -> float:
        """Return where the line `index` of the rows meets the lower edge."""
        spread = self.width * 0.286 * self.rows
        return self.vanishing - spread / 2 + spread * index / self.rows

    def at(self, index: float, depth: float) -> tuple[float, float]:
        """Return a point on a line: depth 0 is the horizon, 1 the lower edge."""
        x = self.vanishing + (self.edge(index) - self.vanishing) * depth
        return x, self.horizon + (self.height - self.horizon) * depth


@dataclass(frozen=True)
class Paint:
    sky: str
    sun: str
    far_hills: str
    near_hills: str
    soil: str
    ridge: str
    leaf: str
    leaf_light: str
    rib: str


DAY = Paint(CREAM, OCHRE, SAGE, TEAL, CLAY, SOIL, DEEP, LEAF, STRAW)
PALE = Paint(
    "#fdf9ee", "#efcf8d", "#d5e2d0", "#a9c6c0", "#e3cda9", "#d6b98d", "#8fb3a8",
    "#b5cfb2", "#fbf3dd",
)  # fmt: skip

FRESH = replace(DAY, leaf=LEAF, leaf_light=SAGE)


def svg(width: int, height: int, *parts: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{"".join(parts)}</svg>'
    )


def rect(
    x: float, y: float, width: float, height: float, fill: str, r: float = 0
) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'rx="{r}" fill="{fill}"/>'
    )


def circle(x: float, y: float, r: float, fill: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}"/>'


def polygon(points: list[tuple[float, float]], fill: str) -> str:
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{corners}" fill="{fill}"/>'


def path(d: str, fill: str = "none", stroke: str = "none", width: float = 0) -> str:
    return (
        f'<path d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{width:.1f}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def hills(scene: Scene, paint: Paint) -> str:
    w, h = scene.width, scene.horizon
    far = (
        f"M0 {h} V{h - w * 0.07:.0f} C{w * 0.16:.0f} {h - w * 0.15:.0f} "
        f"{w * 0.3:.0f} {h - w * 0.15:.0f} {w * 0.46:.0f} {h - w * 0.07:.0f} "
        f"S{w * 0.8:.0f} {h - w * 0.17:.0f} {w} {h - w * 0.1:.0f} V{h} Z"
    )
    near = (
        f"M0 {h} V{h - w * 0.025:.0f} C{w * 0.2:.0f} {h - w * 0.02:.0f} "
        f"{w * 0.3:.0f} {h - w * 0.075:.0f} {w * 0.55:.0f} {h - w * 0.045:.0f} "
        f"S{w * 0.9:.0f} {h - w * 0.015:.0f} {w} {h - w * 0.06:.0f} V{h} Z"
    )
    return path(far, paint.far_hills) + path(near, paint.near_hills)


def plant(x: float, y: float, size: float, paint: Paint) -> str:
    """Return one beet plant: five leaves, each with its rib, from one root."""
    leaf = "M0 0 C-34 -26 -34 -78 0 -112 C34 -78 34 -26 0 0 Z"
    leaves = []
    for angle, fill in (
        (-68, paint.leaf), (68, paint.leaf), (-36, paint.leaf_light),
        (36, paint.leaf_light), (0, paint.leaf),
    ):  # fmt: skip
        rib = path("M0 -4 V-92", stroke=paint.rib, width=5)
        leaves.append(f'<g transform="rotate({angle})">{path(leaf, fill)}{rib}</g>')
    place = f"translate({x:.1f} {y:.1f}) scale({size:.3f})"
    return f'<g transform="{place}">{"".join(leaves)}</g>'


def plants(scene: Scene, paint: Paint) -> Iterator[str]:
    """Yield the plants from the horizon to the front, so that near ones cover far."""
    depth = 0.03
    while depth < 1.2:
        size = depth * scene.width / 960
        for index in range(scene.rows):
            x, y = scene.at(index + 0.5, depth)
            if -160 < x < scene.width + 160:
                yield plant(x, y, size, paint)
        depth *= 1.24


def field(scene: Scene, paint: Paint) -> str:
    """Return sky, sun, hills and rows of plants."""
    w, h = scene.width, scene.height
    parts = [
        rect(0, 0, w, h, paint.sky),
        circle(*scene.sun, paint.sun),
        hills(scene, paint),
        rect(0, scene.horizon, w, h - scene.horizon, paint.soil),
    ]
    for index in range(scene.rows):
        near = [scene.at(index + 0.22, 1), scene.at(index + 0.78, 1)]
        parts.append(polygon([scene.at(index, 0), *near], paint.ridge))
    return "".join([*parts, *plants(scene, paint)])


def portrait() -> str:
    """Return an empty picture frame in a beet field, 900 by 1125."""
    scene = Scene(900, 1125, horizon=560, sun=(520, 360, 66))
    x, y, w, h = 190, 170, 520, 690
    opening = rect(x + 78, y + 78, w - 156, h - 156, "#fff", 4)
    pale = f'<g clip-path="url(#opening)">{field(scene, PALE)}</g>'
    return svg(
        scene.width,
        scene.height,
        f'<defs><clipPath id="opening">{opening}</clipPath></defs>',
        field(scene, DAY),
        rect(x - 10, y + 14, w + 20, h + 10, NIGHT, 8),
        rect(x, y, w, h, SOIL, 6),
        rect(x + 12, y + 12, w - 24, h - 24, OCHRE, 4),
        rect(x + 26, y + 26, w - 52, h - 52, SOIL, 2),
        rect(x + 32, y + 32, w - 64, h - 64, CREAM, 2),
        rect(x + 72, y + 72, w - 144, h - 144, STRAW, 4),
        pale,
    )


def chart(x: float, y: float, width: float, height: float) -> str:
    """Return bars without a scale and a line above them: an idea of a slide."""
    heights = (0.34, 0.5, 0.42, 0.63, 0.78)
    step = width / len(heights)
    bars, points = [], []
    for number, part in enumerate(heights):
        left, top = x + number * step + step * 0.2, y + height * (1 - part)
        fill = OCHRE if number == len(heights) - 1 else TEAL
        bars.append(rect(left, top, step * 0.6, height * part, fill, 3))
        points.append((left + step * 0.3, top - height * 0.13))
    line = "M" + " L".join(f"{px:.1f} {py:.1f}" for px, py in points)
    dots = "".join(circle(px, py, 10, CLAY) for px, py in points)
    base = rect(x, y + height, width, 6, DEEP)
    return "".join([*bars, path(line, stroke=CLAY, width=6), dots, base])


def chairs(y: float, count: int, width: float, size: float, fill: str) -> str:
    """Return a row of chair backs seen from behind."""
    step = width / count
    return "".join(
        rect(i * step + step * 0.11, y, step * 0.78, size, fill, size * 0.16)
        + rect(i * step + step * 0.25, y + size * 0.16, step * 0.5, 9, STRAW, 4)
        for i in range(-1, count + 1)
    )


def lamp(x: float, length: float) -> str:
    shade = f"M{x - 56} {length} Q{x} {length - 84} {x + 56} {length} Z"
    bulb = circle(x, length + 2, 17, CREAM)
    return rect(x - 2, 0, 4, length - 30, NIGHT) + bulb + path(shade, OCHRE)


def lectern(x: float, y: float) -> str:
    return (
        polygon([(x, y), (x + 150, y), (x + 128, y + 250), (x + 22, y + 250)], CLAY)
        + rect(x - 16, y - 18, 182, 26, SOIL, 6)
        + path(f"M{x + 96} {y - 18} q4 -56 -22 -74", stroke=NIGHT, width=6)
        + circle(x + 72, y - 96, 12, NIGHT)
        + circle(x + 75, y + 112, 34, STRAW)
    )


def forum() -> str:
    """Return an empty hall before a session begins, 1600 by 900."""
    wall = "".join(rect(i * 160, 0, 4, 660, "#20566a") for i in range(1, 10))
    tub = polygon([(1425, 566), (1531, 566), (1510, 672), (1446, 672)], CLAY)
    return svg(
        1600,
        900,
        rect(0, 0, 1600, 900, DEEP),
        wall,
        rect(0, 640, 1600, 260, SAGE),
        rect(120, 610, 1280, 62, SOIL, 4),
        rect(120, 610, 1280, 12, CLAY, 4),
        rect(470, 118, 780, 462, NIGHT, 10),
        rect(486, 134, 748, 430, CREAM, 4),
        rect(536, 178, 330, 24, DEEP, 12),
        rect(536, 220, 210, 14, SAGE, 7),
        chart(920, 190, 270, 290),
        "".join(
            circle(552, 300 + i * 66, 13, OCHRE)
            + rect(584, 292 + i * 66, 250 - i * 36, 16, MIST, 8)
            for i in range(4)
        ),
        lectern(240, 372),
        plant(1478, 574, 1.2, FRESH),
        tub,
        *(lamp(x, 96) for x in (330, 860, 1390)),
        chairs(700, 9, 1600, 120, TEAL),
        chairs(774, 7, 1600, 170, NIGHT),
    )


def social() -> str:
    """Return the picture that goes with a shared link, 1200 by 630."""
    scene = Scene(1200, 630, horizon=372, sun=(915, 236, 92))
    return svg(
        scene.width,
        scene.height,
        field(scene, DAY),
        '<text x="72" y="156" font-family="Liberation Sans, Arial, sans-serif" '
        f'font-size="104" font-weight="700" fill="{DEEP}" letter-spacing="4">'
        "RESULTS</text>",
        rect(78, 184, 150, 12, OCHRE, 6),
    )


# File name without its ending, and the drawing of that name.
DRAWINGS = {
    "portrait-placeholder": portrait,
    "forum-hall": forum,
    "social-default": social,
}
