"""``person``: add, correct, claim roles, list. Names are entered here and shown only where somebody says why."""

import argparse

from workbench.cli.output import Output
from workbench.cli.people import adding, claiming, importing, joining, protecting
from workbench.cli.people.telling import line
from workbench.cli.session import Session
from workbench.services import people


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    person = commands.add_parser("person", help="add, list or show people, and say which role somebody has")
    verbs = person.add_subparsers(metavar="VERB", required=True)
    for part in (adding, claiming, protecting, importing, joining):
        part.add(verbs, common)
    listed = verbs.add_parser("list", parents=[common], help="the people of a case, names hidden")
    listed.add_argument("case")
    listed.set_defaults(run=_list)
    shown = verbs.add_parser("show", parents=[common], help="one person with names; the reason goes to the log")
    shown.add_argument("case")
    shown.add_argument("person")
    shown.add_argument("--reason", required=True)
    shown.set_defaults(run=_show)
    doubled = verbs.add_parser("doubles", parents=[common], help="papers that two people of the case bear")
    doubled.add_argument("case")
    doubled.set_defaults(run=_doubles)


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = people.list_people(session.desk, args.case)
    output.result(rows, [line(row) for row in rows] or ["No people yet."])
    return 0


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = people.reveal(session.desk, args.case, args.person, args.reason)
    output.result(row, [line(row), *(f"{name.kind}: {name.full}" for name in row.names)])
    return 0


def _doubles(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = people.doubles(session.desk, args.case)
    output.result(rows, [f"{row.kind} {row.ending}: {', '.join(row.people)}" for row in rows] or ["None."])
    return 0
