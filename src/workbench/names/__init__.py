"""Names: folded, taken apart, indexed and compared, in Arabic, Sorani, Badini and passport Latin."""
