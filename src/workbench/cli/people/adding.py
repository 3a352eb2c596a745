"""``person add`` and ``person correct``."""

import argparse

from workbench.cli.moments import moment
from workbench.cli.output import Output
from workbench.cli.people.claiming import to_claim
from workbench.cli.people.entering import options, told
from workbench.cli.people.telling import line
from workbench.cli.session import Session
from workbench.services import people


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these commands to the parser."""
    added = verbs.add_parser("add", parents=[common], help="add a person under the next code")
    added.add_argument("case")
    added.add_argument("--code", default="", help="the code they already carry, for instance P-03")
    options(added)
    to_claim(added)
    added.set_defaults(run=_add)
    corrected = verbs.add_parser(
        "correct", parents=[common],
        help="correct what is known; names, papers, telephones or contacts that are given take the place of all before",
    )  # fmt: skip
    corrected.add_argument("case")
    corrected.add_argument("person")
    corrected.add_argument("--reason", required=True)
    options(corrected)
    corrected.set_defaults(run=_correct)


def _add(session: Session, args: argparse.Namespace, output: Output) -> int:
    found = told(args, session.desk.clock.now().date())
    row = people.add_person(
        session.desk, args.case, alias=args.code, role=args.role, basis=args.basis, decided_by=args.decided_by,
        custody=args.custody, since=moment(args.since), evidence=args.evidence, **found,
    )  # fmt: skip
    output.result(row, [f"{row.alias} added."])
    return 0


def _correct(session: Session, args: argparse.Namespace, output: Output) -> int:
    before = people.person_row(session.desk, args.case, args.person)
    found = told(args, session.desk.clock.now().date(), before.more)
    row = people.correct_person(session.desk, args.case, before.alias, reason=args.reason, **found)
    output.result(row, [line(row)])
    return 0
