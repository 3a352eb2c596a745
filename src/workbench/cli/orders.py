"""``order``: ask the judge for one, record what was decided or the legal exception, list them."""

import argparse

from workbench.cli.moments import EXAMPLE, day_or_moment, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.services import orders
from workbench.services.rows import OrderRow


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    verbs = commands.add_parser("order", help="orders of the judge").add_subparsers(metavar="VERB", required=True)
    asked = verbs.add_parser("ask", parents=[common], help="ask for an order, with the reasons")
    excepted = verbs.add_parser("except", parents=[common], help="record that the law allowed acting without one")
    for parser, run in ((asked, _ask), (excepted, _except)):
        parser.add_argument("case")
        parser.add_argument("--step", required=True, help="the step that asks for it")
        parser.add_argument("--kind", required=True, help="the kind of order, as «step show» names it")
        parser.add_argument("--grounds", required=True, metavar="TEXT")
        parser.add_argument("--person", default="", metavar="CODE", help="whom it is about, for instance P-03")
        parser.add_argument("--place", default="")
        parser.add_argument("--court", default="")
        parser.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
        parser.set_defaults(run=run)
    asked.add_argument("--wants", default="", metavar="TEXT", help="what it shall allow")
    granted = verbs.add_parser("grant", parents=[common], help="record that the judge granted it")
    refused = verbs.add_parser("refuse", parents=[common], help="record that the judge refused it")
    for parser in (granted, refused):
        parser.add_argument("case")
        parser.add_argument("order", help="its number in the case, for instance O-01")
        parser.add_argument("--decided-at", required=True, metavar="MOMENT", help=f"for instance {EXAMPLE}")
        parser.add_argument("--court", default="")
        parser.add_argument("--exhibit", default="", metavar="NUMBER", help="under which the scan is kept")
    granted.add_argument("--number", required=True, help="as it stands on the order")
    granted.add_argument("--allows", required=True, metavar="TEXT")
    granted.add_argument("--valid-until", default="", metavar="DAY|MOMENT")
    granted.add_argument("--confirmed", action="store_true", help="keep a term that is longer than the law allows")
    granted.set_defaults(run=_grant)
    refused.add_argument("--reason", required=True, metavar="TEXT", help="of the judge")
    refused.set_defaults(run=_refuse)
    listed = verbs.add_parser("list", parents=[common], help="the orders of a case and where they stand")
    listed.add_argument("case")
    listed.set_defaults(run=_list)


def _ask(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = orders.ask_order(
        session.desk, args.case, step=args.step, kind=args.kind, grounds=args.grounds, wants=args.wants,
        subject=args.person, place=args.place, court=args.court, asked_at=moment(args.at),
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _except(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = orders.record_exception(
        session.desk, args.case, step=args.step, kind=args.kind, grounds=args.grounds, subject=args.person,
        place=args.place, court=args.court, at=moment(args.at),
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _grant(session: Session, args: argparse.Namespace, output: Output) -> int:
    return _decide(
        session, args, output, granted=True, text=args.allows, number=args.number,
        valid_until=day_or_moment(args.valid_until), confirmed=args.confirmed,
    )  # fmt: skip


def _refuse(session: Session, args: argparse.Namespace, output: Output) -> int:
    return _decide(session, args, output, granted=False, text=args.reason)


def _decide(session: Session, args: argparse.Namespace, output: Output, **decision: object) -> int:
    decided_at = moment(args.decided_at)
    if decided_at is None:
        raise Refusal(Reason.OPTION_NEEDED, option=ltr("--decided-at"))
    row = orders.decide_order(
        session.desk, args.case, args.order, decided_at=decided_at, court=args.court, exhibit=args.exhibit,
        **decision,  # type: ignore[arg-type]
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = orders.list_orders(session.desk, args.case, "en")
    output.result(rows, [line(row) for row in rows] or ["No order was asked for."])
    return 0


def line(row: OrderRow) -> str:
    """An order in one line."""
    until = f" until {row.last.valid_until:%Y-%m-%d %H:%M}Z" if row.last.valid_until else ""
    force = (f", in force{until}" if row.in_force else f", no longer in force{until}") if row.state == "granted" else ""
    about = f", about {row.subject}" if row.subject else ""
    number = f", no. {row.last.number}" if row.last.number else ""
    return f"{row.ref}  {row.label} ({row.kind}), step {row.step}{about}: {row.state}{number}{force}"
