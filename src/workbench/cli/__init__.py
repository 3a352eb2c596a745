"""The command line: everything the program can do, without a window, in English, for people and machines."""

from workbench.cli.main import main

__all__ = ["main"]
