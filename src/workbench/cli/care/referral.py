"""``care refer``, ``care follow``, ``care referrals``: who was sent where, and what became of it."""

import argparse

from workbench import terms
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import care
from workbench.services.care import ReferralRow


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to the parser."""
    made = verbs.add_parser("refer", parents=[common], help="refer a person, on a consent or a basis in law")
    made.add_argument("case")
    made.add_argument("person", help="the code, for instance P-01")
    made.add_argument("--service", required=True, help="as «care offered» lists them")
    made.add_argument("--provider", required=True, metavar="NAME")
    made.add_argument("--shared", required=True, metavar="TEXT", help="everything that the provider is told")
    made.add_argument("--urgency", choices=terms.URGENCIES, default="days")
    made.add_argument("--consent", default="", metavar="C-01", help="the consent it rests on (found by itself)")
    made.add_argument("--basis", default="", metavar="TEXT", help="the basis in law, where there is no consent")
    made.add_argument("--focal-point", default="", metavar="NAME")
    made.add_argument("--transport", default="", metavar="TEXT")
    made.add_argument("--follow-up-on", default="", metavar="DAY")
    made.add_argument("--note", default="", metavar="TEXT")
    made.set_defaults(run=_refer)
    followed = verbs.add_parser("follow", parents=[common], help="record what became of a referral")
    followed.add_argument("case")
    followed.add_argument("referral", help="its number, for instance R-01")
    followed.add_argument("--state", required=True, choices=[one for one in terms.REFERRALS if one != "made"])
    followed.add_argument("--note", default="", metavar="TEXT")
    followed.add_argument("--follow-up-on", default="", metavar="DAY")
    followed.set_defaults(run=_follow)
    for parser in (made, followed):
        parser.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    listed = verbs.add_parser("referrals", parents=[common], help="the referrals of a case and where they stand")
    listed.add_argument("case")
    listed.add_argument("person", nargs="?", default="")
    listed.set_defaults(run=_list)


def _refer(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = care.make_referral(
        session.desk, args.case, args.person, service=args.service, provider=args.provider, shared=args.shared,
        urgency=args.urgency, consent_ref=args.consent, basis=args.basis, focal_point=args.focal_point,
        transport=args.transport, follow_up_on=args.follow_up_on, note=args.note, at=moment(args.at),
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _follow(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = care.follow_referral(
        session.desk, args.case, args.referral, state=args.state, note=args.note, follow_up_on=args.follow_up_on,
        at=moment(args.at),
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = care.list_referrals(session.desk, args.case, args.person)
    output.result(rows, [line(row) for row in rows] or ["Nobody was referred yet."])
    return 0


def line(row: ReferralRow) -> str:
    """A referral in one line."""
    rests = row.consent_ref or f"basis: {row.basis}"
    doubt = "" if row.covered else "  [consent taken back]"
    again = f", follow up on {row.last.follow_up_on}" if row.last.follow_up_on else ""
    return f"{row.ref}  {row.alias}  {row.service} at {row.provider}: {row.state} ({rests}){again}{doubt}"
