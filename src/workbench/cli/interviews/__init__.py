"""``interview``, ``interpreter``, ``statement``: planned, held, taken down, read back, corrected, signed, compared."""

import argparse

from workbench.cli.interviews import interpreters, noting, statements, talks


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    interview = commands.add_parser("interview", help="plan a talk, record how it was held, see what it lacks")
    talks.add(interview.add_subparsers(metavar="VERB", required=True), common)
    interpreter = commands.add_parser("interpreter", help="interpreters of a case: languages, oath, ties, doubts")
    interpreters.add(interpreter.add_subparsers(metavar="VERB", required=True), common)
    statement = commands.add_parser("statement", help="what somebody said, line by line, as first taken down")
    verbs = statement.add_subparsers(metavar="VERB", required=True)
    statements.add(verbs, common)
    noting.add(verbs, common)
