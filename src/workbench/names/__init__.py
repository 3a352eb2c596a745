"""Names: folded, taken apart, indexed and compared, in Arabic, Sorani, Badini and passport Latin."""

from workbench.names.folding import fold

__all__ = ["fold"]
