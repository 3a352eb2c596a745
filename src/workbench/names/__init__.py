"""Names as people write them, in Arabic, Kurdish and Latin letters. Pure."""

from workbench.names.folding import fold

__all__ = ["fold"]
