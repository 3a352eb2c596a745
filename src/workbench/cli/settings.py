"""``settings``: the station's settings, and its own hours for house rules."""

import argparse
from collections.abc import Mapping

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.services import settings

_BACK = "default"


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    verbs = commands.add_parser("settings", help="settings of the station").add_subparsers(
        metavar="VERB", required=True
    )
    rule = verbs.add_parser(
        "house-rule", parents=[common], help="set the station's own hours for a house rule; law cannot be set"
    )
    rule.add_argument("step")
    rule.add_argument("hours", help=f"a whole number, or «{_BACK}» for the hours of the procedure")
    rule.set_defaults(run=_rule)
    rules = verbs.add_parser("house-rules", parents=[common], help="the house rules that the station set for itself")
    rules.set_defaults(run=_rules)


def _rule(session: Session, args: argparse.Namespace, output: Output) -> int:
    found = settings.house_rule(session.desk, args.step, _hours(args.hours))
    output.result(found, _lines(found))
    return 0


def _rules(session: Session, args: argparse.Namespace, output: Output) -> int:
    found = settings.get(session.desk, "house_rules")
    output.result(found, _lines(found))
    return 0


def _hours(text: str) -> int | None:
    if text == _BACK:
        return None
    try:
        return int(text)
    except ValueError:
        raise Refusal(Reason.HOUSE_RULES_WRONG, most=settings.MOST_HOURS) from None


def _lines(found: Mapping[str, int]) -> list[str]:
    return [f"{step}: {hours} hours" for step, hours in sorted(found.items())] or ["No house rule is set."]
