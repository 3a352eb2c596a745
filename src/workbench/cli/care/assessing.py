"""``care assess``, ``care plan``, ``care recover``, ``care contact``: how safe, what is needed, what was agreed."""

import argparse
from collections.abc import Iterable

from workbench import terms
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.services import care
from workbench.services.care import AssessmentRow, MeasureRow, ReflectionRow, Risk, SafetyPlanRow

_LAST = 4


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to the parser."""
    assessed = verbs.add_parser("assess", parents=[common], help="record risks, needs, or what is best for a child")
    assessed.add_argument("case")
    assessed.add_argument("person", help="the code, for instance P-01")
    one = assessed.add_argument_group("what is assessed (one of them)")
    one.add_argument(
        "--risk", dest="risks", action="append", default=[], type=_risk, metavar="R1=3x4|R1=none",
        help="likelihood times impact, each 1 to 4; what is not named is not known",
    )  # fmt: skip
    one.add_argument(
        "--need", dest="needs", action="append", default=[], type=_need, metavar="HEADING=STATE[:WORDS]",
        help=", ".join(terms.NEEDS),
    )  # fmt: skip
    one.add_argument(
        "--best", dest="best", action="append", default=[], type=_best, metavar="QUESTION=WORDS",
        help=", ".join(terms.INTEREST),
    )  # fmt: skip
    assessed.add_argument("--trigger", default="", help="what calls for it, as «care offered» lists them")
    assessed.add_argument("--review-on", default="", metavar="DAY", help="when it is looked at again")
    assessed.add_argument("--by", default="", metavar="NAME")
    assessed.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    assessed.set_defaults(run=_assess)
    planned = verbs.add_parser("plan", parents=[common], help="record a safety plan; the newest holds")
    planned.add_argument("case")
    planned.add_argument("person")
    planned.add_argument("--in-danger", action="store_true", help="raises the alarm of the case")
    planned.add_argument("--threat", default="", metavar="TEXT")
    planned.add_argument("--agreed", required=True, choices=terms.AGREED)
    planned.add_argument("--safe-contact", default="", metavar="TEXT", help="how the person is reached without danger")
    planned.add_argument("--no-contact", action="append", default=[], metavar="CODE")
    planned.add_argument("--review-at", default="", metavar="MOMENT")
    planned.set_defaults(run=_plan)
    for parser in (assessed, planned):
        parser.add_argument(
            "--measure", dest="measures", action="append", default=[], type=_measure,
            metavar="KEY:WORDS:WHO:UNTIL", help="what is done, by whom, until which day; empty parts stay empty",
        )  # fmt: skip
        parser.add_argument("--note", default="", metavar="TEXT")
    given = verbs.add_parser("recover", parents=[common], help="give a person time to recover and think")
    given.add_argument("--days", type=int, default=None)
    given.add_argument("--starts-on", default="", metavar="DAY")
    given.set_defaults(run=_recover)
    spoke = verbs.add_parser("contact", parents=[common], help="record a contact within that time, with its reason")
    spoke.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    spoke.set_defaults(run=_contact)
    for parser in (given, spoke):
        parser.add_argument("case")
        parser.add_argument("person")
        parser.add_argument("--reason", default="", metavar="TEXT")


def _risk(text: str) -> tuple[str, Risk]:
    key, _, value = text.partition("=")
    if value == "none":
        return key, Risk(none=True)
    likelihood, _, impact = value.partition("x")
    if not (likelihood.isdecimal() and impact.isdecimal() and len(value) < 8):
        raise argparse.ArgumentTypeError("DIMENSION=LIKELIHOODxIMPACT, for instance R1=3x4, or R1=none")
    return key, Risk(int(likelihood), int(impact))


def _need(text: str) -> tuple[str, tuple[str, str]]:
    key, _, value = text.partition("=")
    state, _, words = value.partition(":")
    if not key or not state:
        raise argparse.ArgumentTypeError(f"HEADING=STATE:WORDS with a state of {', '.join(terms.NEEDS)}")
    return key, (state, words)


def _best(text: str) -> tuple[str, str]:
    key, _, words = text.partition("=")
    return key, words


def _measure(text: str) -> MeasureRow:
    parts = [part.strip() for part in text.split(":")]
    if len(parts) > _LAST:
        raise argparse.ArgumentTypeError("KEY:WORDS:WHO:UNTIL")
    return MeasureRow(*parts)


def _assess(session: Session, args: argparse.Namespace, output: Output) -> int:
    chosen = [name for name in ("risks", "needs", "best") if getattr(args, name)]
    if len(chosen) > 1:
        raise Refusal(Reason.CARE_WRONG, problem=N_("one assessment looks at one matter only"))
    more = {
        "trigger": args.trigger, "review_on": args.review_on, "measures": args.measures, "note": args.note,
        "by": args.by, "held_at": moment(args.at),
    }  # fmt: skip
    if chosen == ["needs"]:
        row = care.record_needs(session.desk, args.case, args.person, needs=dict(args.needs), **more)
    elif chosen == ["best"]:
        row = care.record_best_interest(session.desk, args.case, args.person, answers=dict(args.best), **more)
    else:
        row = care.record_risks(session.desk, args.case, args.person, risks=dict(args.risks), **more)
    output.result(row, [line(row)])
    return 0


def _plan(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = care.record_plan(
        session.desk, args.case, args.person, measures=args.measures, in_danger=args.in_danger, agreed=args.agreed,
        safe_contact=args.safe_contact, no_contact=args.no_contact, what_threatens=args.threat,
        review_at=moment(args.review_at), note=args.note,
    )  # fmt: skip
    output.result(row, plan_lines([row]))
    return 0


def _recover(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = care.grant_recovery(
        session.desk, args.case, args.person, starts_on=args.starts_on, days=args.days, reason=args.reason
    )
    output.result(row, [recovery_line(row)])
    return 0


def _contact(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = care.record_contact(session.desk, args.case, args.person, reason=args.reason, at=moment(args.at))
    output.result(row, [recovery_line(row)])
    return 0


def line(row: AssessmentRow) -> str:
    """An assessment in one line."""
    said = {
        care.RISK: row.level, care.NEEDS: ", ".join(f"{one.key} {one.state}" for one in row.needs),
        care.BEST_INTEREST: row.interest.get("decision", ""),
    }[row.kind]  # fmt: skip
    again = f", again on {row.review_on}" if row.review_on else ""
    return f"{row.held_at:%Y-%m-%d}  {row.alias}  {terms.ASSESSMENTS[row.kind]}: {said}{again}"


def plan_lines(rows: Iterable[SafetyPlanRow]) -> list[str]:
    """Safety plans, each in one line."""
    return [
        f"{row.alias}  {'IN DANGER: ' + row.what_threatens if row.in_danger else 'no danger seen'}; "
        f"{len(row.measures)} measures; never with {', '.join(row.no_contact) or 'nobody named'}; "
        f"{terms.AGREED[row.agreed]}"
        for row in rows
    ]


def recovery_line(row: ReflectionRow) -> str:
    """The time to recover in one line."""
    return f"{row.alias}  time to recover {row.starts_on} to {row.ends_on}, {row.days_left} days left"
