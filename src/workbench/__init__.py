"""Workbench: an offline companion through the procedure for trafficking in persons and smuggling of migrants."""
