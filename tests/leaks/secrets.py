"""Things that an anonymous visitor may not see, each by the way of not being public."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, get_type_hints

from wagtail.models import Page

from .canaries import new_canary


@dataclass
class Secret:
    """A thing that an anonymous visitor may not see."""

    state: str
    obj: Any
    canary: str = field(default_factory=new_canary)

    @property
    def is_page(self) -> bool:
        return isinstance(self.obj, Page)


Maker = Callable[[str], Any]
MAKERS: dict[str, Maker] = {}


def state(name: str) -> Callable[[Maker], Maker]:
    def register(maker: Maker) -> Maker:
        MAKERS[name] = maker
        return maker

    return register


def kind_of(name: str) -> type:
    """Return the class of the thing that stands for a state."""
    kind: type = get_type_hints(MAKERS[name])["return"]
    return kind


def make_all() -> dict[str, Secret]:
    """Make one of each; the same words are in all fields of one, and nowhere else."""
    secrets = {}
    for name, maker in MAKERS.items():
        canary = new_canary()
        secrets[name] = Secret(name, maker(canary), canary)
    return secrets
