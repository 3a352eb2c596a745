"""``doctor``, ``demo``: the health of this installation, and the whole line on real input."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.i18n import DEFAULT, TAGS
from workbench.services import health, story, training


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    doctor = commands.add_parser(
        "doctor", parents=[common], help="is everything here that the program needs?"
    )
    doctor.set_defaults(run=_doctor)
    demo = commands.add_parser(
        "demo",
        parents=[common],
        help="walk a synthetic training case through the program and make its papers",
    )
    demo.add_argument("--out", required=True, metavar="DIR", help="a new folder for the vault and the papers")
    demo.add_argument(
        "--language", choices=TAGS, action="append", default=[], help=f"only this language ({DEFAULT})"
    )
    demo.add_argument("--case", choices=story.CASES, default=story.CASE, help=f"which of them ({story.CASE})")
    demo.set_defaults(run=_demo)


def _doctor(session: Session, args: argparse.Namespace, output: Output) -> int:
    checks = health.checks()
    output.result(
        checks, [f"{'ok ' if check.ok else 'BAD'} {check.name}: {check.detail}" for check in checks]
    )
    return 0 if all(check.ok for check in checks) else 1


def _demo(session: Session, args: argparse.Namespace, output: Output) -> int:
    told = training.demonstrate(Path(args.out), tuple(args.language) or TAGS, session.world, case=args.case)
    # One line of JSON whatever was asked: this is what checks read.
    output.as_json = True
    output.result(told, ())
    return 0 if told.ok else 3
