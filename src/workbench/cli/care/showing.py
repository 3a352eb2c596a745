"""``care show``, ``care list``, ``care told``, ``care offered``: what there is about the care for people."""

import argparse
from dataclasses import fields

from workbench.cli.care import appointments, assessing, consent, referral
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import care

_OFFERED = ("risks", "triggers", "measures", "needs", "consents", "services")


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to the parser."""
    for verb, run, words in (
        ("show", _show, "everything about the care for one person"),
        ("told", _told, "what a person has told already, so that nobody asks it twice"),
    ):
        one = verbs.add_parser(verb, parents=[common], help=words)
        one.add_argument("case")
        one.add_argument("person", help="the code, for instance P-01")
        one.set_defaults(run=run)
    listed = verbs.add_parser("list", parents=[common], help="one line about each person: danger, level, what is due")
    listed.add_argument("case")
    listed.set_defaults(run=_list)
    offers = verbs.add_parser("offered", parents=[common], help="the keys of risks, needs, purposes, services …")
    offers.set_defaults(run=_offered)


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = care.care_of(session.desk, args.case, args.person)
    lines = [consent.line(one) for one in row.consents] + [referral.line(one) for one in row.referrals]
    lines += [assessing.line(one) for one in row.assessments]
    lines += [f"trend {key}: {move}" for key, move in {**row.risk_trend, **row.needs_trend}.items()]
    lines += assessing.plan_lines(row.plans[-1:])
    lines += [assessing.recovery_line(row.reflection)] if row.reflection else []
    lines += [appointments.line(one) for one in row.appointments]
    plain = {one.name: getattr(row, one.name) for one in fields(row)}
    output.result(plain | {"plan": row.plan}, lines or [f"Nothing is recorded about the care for {row.alias} yet."])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = care.care_overview(session.desk, args.case)
    output.result(
        rows,
        [
            f"{row.alias}{'  [danger]' if row.in_danger else ''}  {row.level or 'not assessed'}; "
            f"again on {row.next_review or '–'}{' [late]' if row.review_late else ''}; {row.standing} consents, "
            f"{row.refused} refused; {row.open_referrals} referrals open, {row.late_referrals} to ask after; "
            f"{row.unmet} needs not met"
            for row in rows
        ],
    )
    return 0


def _told(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = care.answered_before(session.desk, args.case, args.person)
    output.result(
        rows,
        [f"{one.question}: {one.answer}  (answered in {one.where} on {one.at:%Y-%m-%d}, {one.by})" for one in rows]
        or ["Nothing yet."],
    )
    return 0


def _offered(session: Session, args: argparse.Namespace, output: Output) -> int:
    rules = care.offered()
    found = {part: {key: one.title for key, one in getattr(rules, part).items()} for part in _OFFERED}
    output.result(found, [f"{part}: {key}  {title}" for part, keys in found.items() for key, title in keys.items()])
    return 0
