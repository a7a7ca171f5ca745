"""Home, impact and standard pages."""

from .home import HomePage, HomePageStatistic, PinnedUpdate
from .impact import ImpactIndexPage, ImpactPage, Statistic
from .standard import StandardPage

__all__ = [
    "HomePage",
    "HomePageStatistic",
    "ImpactIndexPage",
    "ImpactPage",
    "PinnedUpdate",
    "StandardPage",
    "Statistic",
]
