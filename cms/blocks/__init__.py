"""The blocks of which bodies are made, a family a file.

The paths of these classes stand in migrations: they stay where they are. Each block
has `publish(value, renderer)`, which returns its public form (schemas/blocks.py), or
None where a visitor would see nothing.
"""

from .streams import ArticleBlocks
from .text import TEXT_FEATURES

__all__ = ["TEXT_FEATURES", "ArticleBlocks"]
