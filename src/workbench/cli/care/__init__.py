"""``care``: consents, referrals, assessments, safety plan, time to recover, appointments; people by code."""

import argparse

from workbench.cli.care import appointments, assessing, consent, referral, showing


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    care = commands.add_parser("care", help="what a person agreed to, needs and is kept safe by")
    verbs = care.add_subparsers(metavar="VERB", required=True)
    for part in (consent, referral, assessing, appointments, showing):
        part.add(verbs, common)
