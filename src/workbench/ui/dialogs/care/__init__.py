"""Dialogs about the care for a person: each shows what was told already, so that nobody must tell it twice."""
