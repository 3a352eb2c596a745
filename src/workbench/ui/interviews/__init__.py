"""Interviews at the window: planned, held, written down, read back, signed, and two of them side by side."""
