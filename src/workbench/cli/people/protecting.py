"""``person photo``, ``seal`` and ``unseal``."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.people.telling import line
from workbench.cli.session import Session
from workbench.services import people


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these commands to the parser."""
    pictured = verbs.add_parser("photo", parents=[common], help="seal a photograph (JPEG or PNG) of a person")
    sealed = verbs.add_parser("seal", parents=[common], help="let only a supervisor be shown who it is")
    unsealed = verbs.add_parser("unseal", parents=[common], help="take the seal off an identity; for supervisors")
    for parser, run in ((pictured, _photo), (sealed, _seal), (unsealed, _unseal)):
        parser.add_argument("case")
        parser.add_argument("person")
        parser.set_defaults(run=run)
    pictured.add_argument("file")
    for parser in (sealed, unsealed):
        parser.add_argument("--reason", required=True)


def _photo(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = people.attach_photo(session.desk, args.case, args.person, Path(args.file))
    output.result(row, [f"The photograph of {row.alias} is sealed."])
    return 0


def _seal(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = people.seal_identity(session.desk, args.case, args.person, reason=args.reason)
    output.result(row, [line(row)])
    return 0


def _unseal(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = people.unseal_identity(session.desk, args.case, args.person, reason=args.reason)
    output.result(row, [line(row)])
    return 0
