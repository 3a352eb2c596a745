"""A procedure pack as a workbook: how its sheets are laid out, written, opened and read."""
