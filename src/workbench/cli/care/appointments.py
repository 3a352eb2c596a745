"""``care appoint``, ``care met``, ``care cancel``, ``care appointments``: who meets, and who must never meet."""

import argparse

from workbench import terms
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.services import care
from workbench.services.care import AppointmentRow


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to the parser."""
    made = verbs.add_parser("appoint", parents=[common], help="plan who meets; victims and suspects never do")
    made.add_argument("case")
    made.add_argument("people", nargs="+", metavar="CODE")
    made.add_argument("--at", required=True, metavar="MOMENT", help=f"for instance {EXAMPLE}")
    made.add_argument("--place", required=True)
    made.add_argument("--purpose", required=True, choices=terms.APPOINTMENTS)
    made.add_argument("--minutes", type=int, default=60)
    made.add_argument("--reason", default="", metavar="TEXT", help="why it is meant, where it should not be")
    made.set_defaults(run=_make)
    for verb, held, words in (("met", True, "took place"), ("cancel", False, "was cancelled")):
        ended = verbs.add_parser(verb, parents=[common], help=f"record that an appointment {words}")
        ended.add_argument("case")
        ended.add_argument("appointment", help="its number, for instance A-01")
        ended.add_argument("--note", default="", metavar="TEXT")
        ended.set_defaults(run=_end, held=held)
    listed = verbs.add_parser("appointments", parents=[common], help="the appointments of a case, by their time")
    listed.add_argument("case")
    listed.add_argument("person", nargs="?", default="")
    listed.set_defaults(run=_list)


def _make(session: Session, args: argparse.Namespace, output: Output) -> int:
    at = moment(args.at)
    if at is None:
        raise Refusal(Reason.OPTION_NEEDED, option=ltr("--at"))
    row = care.make_appointment(
        session.desk, args.case, people=args.people, at=at, place=args.place, purpose=args.purpose,
        minutes=args.minutes, reason=args.reason,
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _end(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = care.end_appointment(session.desk, args.case, args.appointment, held=args.held, note=args.note)
    output.result(row, [line(row)])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = care.list_appointments(session.desk, args.case, args.person)
    output.result(rows, [line(row) for row in rows] or ["There is no appointment yet."])
    return 0


def line(row: AppointmentRow) -> str:
    """An appointment in one line."""
    meant = f"  [meant: {row.reason}]" if row.meant else "  [MUST NOT MEET]" if row.together else ""
    when, who = f"{row.at:%Y-%m-%d %H:%M}Z", ", ".join(row.people)
    return f"{row.ref}  {when}  {who}  {row.purpose}, {row.place}: {row.state}{meant}"
