"""``deadline``: what runs, that one was met, that one was extended."""

import argparse
import math

from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import deadlines
from workbench.services.rows import DueRow


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    verbs = commands.add_parser("deadline", help="deadlines of a case").add_subparsers(metavar="VERB", required=True)
    listed = verbs.add_parser("list", parents=[common], help="what runs or ran, the nearest first")
    listed.add_argument("case")
    listed.set_defaults(run=_list)
    met = verbs.add_parser("meet", parents=[common], help="record that one was met, and how")
    extended = verbs.add_parser("extend", parents=[common], help="record that one was extended, and by whose word")
    for parser in (met, extended):
        parser.add_argument("case")
        parser.add_argument("step")
        parser.add_argument("--person", default="", metavar="CODE", help="where each person has a deadline")
        parser.add_argument("--index", type=int, default=0, metavar="N", help="where the step has several (0 first)")
        parser.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
        parser.add_argument("--reason", required=True)
    met.set_defaults(run=_meet)
    extended.add_argument("--hours", type=_hours, help="by how many (as many as the rule allows)")
    extended.add_argument("--number", default="", help="of the paper that says so")
    extended.set_defaults(run=_extend)


def _hours(text: str) -> float:
    hours = float(text)
    if not math.isfinite(hours):
        raise ValueError(text)
    return hours


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = deadlines.list_deadlines(session.desk, args.case, "en")
    output.result(rows, [line(row) for row in rows] or ["No deadline has begun to run."])
    return 0


def _meet(session: Session, args: argparse.Namespace, output: Output) -> int:
    deadlines.meet(
        session.desk, args.case, args.step, subject=args.person, index=args.index, at=moment(args.at),
        reason=args.reason,
    )  # fmt: skip
    return _done(session, args, output)


def _extend(session: Session, args: argparse.Namespace, output: Output) -> int:
    deadlines.extend(
        session.desk, args.case, args.step, subject=args.person, index=args.index, hours=args.hours,
        number=args.number, at=moment(args.at), reason=args.reason,
    )  # fmt: skip
    return _done(session, args, output)


def _done(session: Session, args: argparse.Namespace, output: Output) -> int:
    """The deadline as it stands now; one that starts anew each time has gone on."""
    wanted = (args.step, args.person, args.index)
    rows = deadlines.list_deadlines(session.desk, args.case, "en")
    row = next((one for one in rows if (one.step, one.subject, one.index) == wanted), None)
    output.result(row, [line(row) if row else f"{args.step}: recorded."])
    return 0


def line(row: DueRow) -> str:
    """A deadline in one line."""
    about = f" {row.subject}" if row.subject else ""
    which = f" [{row.index}]" if row.index else ""
    doubt = " (the clock of this computer is in doubt)" if row.clock_doubted else ""
    source = f"; {row.basis}, {row.source}, {row.mark}" if row.source else f"; {row.basis}"
    return f"{row.due_at:%Y-%m-%d %H:%M}Z  {row.state:6} {row.step}{which}{about}  {row.text}{source}{doubt}"
