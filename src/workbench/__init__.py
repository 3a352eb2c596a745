"""Workbench: an offline companion through the procedure for trafficking in persons and smuggling of migrants."""

__version__ = "0.1.0"
