"""``pack``: everything that is done with a procedure pack. Each verb stands in a module of its own kind."""

import argparse

from workbench.cli.packs import booklet, listing, receiving, sheets, signing, trying, writing

# A module adds its verbs to ``pack`` with ``add(verbs, common)``.
_PARTS = (listing, writing, trying, signing, receiving, booklet, sheets)


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    verbs = commands.add_parser("pack", help="write, check, sign and receive procedure packs").add_subparsers(
        metavar="VERB", required=True
    )
    for part in _PARTS:
        part.add(verbs, common)
