"""``person same``, ``join``, ``part``: who may be one person, said so with a reason, and unsaid with a reason."""

import argparse

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.i18n import language, plain
from workbench.services.hits import Likeness, Why
from workbench.services.likening import STRICTNESS
from workbench.services.people import likeness, merging
from workbench.services.people.beside import Beside, beside


def add(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    same = verbs.add_parser("same", parents=[common], help="who may be the same as the people of a case, names hidden")
    same.add_argument("case")
    same.add_argument("person", nargs="?", default="")
    same.add_argument("--strictness", choices=sorted(STRICTNESS), default="usual")
    same.add_argument("--beside", default="", metavar="CODE", help="compare with this one, field by field")
    same.add_argument("--other-case", default="", metavar="CASE", help="the case of the other one")
    same.set_defaults(run=_same)
    for verb, run, told in (
        ("join", _join, "say that two codes are one person; it can be undone"),
        ("part", _part, "undo a joining, or say that two who look alike are two"),
    ):
        parser = verbs.add_parser(verb, parents=[common], help=told)
        parser.add_argument("case")
        parser.add_argument("person")
        parser.add_argument("other")
        parser.add_argument("--other-case", default="", metavar="CASE", help="the case of the other one")
        parser.add_argument("--reason", required=True)
        parser.set_defaults(run=run)


def _same(session: Session, args: argparse.Namespace, output: Output) -> int:
    if args.person and args.beside:
        both = beside(session.desk, args.case, args.person, args.beside, other_case=args.other_case)
        output.result(_beside(both), [f"{row.field}: {row.verdict}" for row in both.rows])
        return 0
    codes = [args.person] if args.person else likeness.codes_of(session.desk, args.case)
    found = {
        code: likeness.likenesses(session.desk, args.case, code, strictness=args.strictness) for code in codes
    }  # fmt: skip
    told = [{"person": code, "same": [_likeness(one) for one in some]} for code, some in found.items() if some]
    lines = [_line(code, one) for code, some in found.items() for one in some]
    output.result(told, lines or ["Nobody who may be the same."])
    return 0


def _join(session: Session, args: argparse.Namespace, output: Output) -> int:
    both = beside(session.desk, args.case, args.person, args.other, other_case=args.other_case)
    row = merging.join(
        session.desk, args.case, args.person, args.other, other_case=args.other_case, reason=args.reason,
        score=both.likeness.score,
    )  # fmt: skip
    output.result(row, [f"{row.other_alias} is the same person as {row.alias}."])
    return 0


def _part(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = merging.part(
        session.desk, args.case, args.person, args.other, other_case=args.other_case, reason=args.reason
    )
    output.result(row, [f"{row.alias} and {row.other_alias} are two people."])
    return 0


def _likeness(one: Likeness) -> dict[str, object]:
    return {
        "case": one.case_number, "person": one.alias, "score": one.score, "state": one.state, "roles": one.roles,
        "reasons": _said(one.reasons), "against": _said(one.against),
    }  # fmt: skip


def _beside(both: Beside) -> dict[str, object]:
    return {"score": both.likeness.score, "reasons": _said(both.likeness.reasons), "rows": both.rows}


def _line(code: str, one: Likeness) -> str:
    state = f" [{one.state}]" if one.state else ""
    return f"{code}: {one.case_number} {one.alias} ({one.score}){state}  {'; '.join(_said(one.reasons))}"


def _said(reasons: tuple[Why, ...]) -> list[str]:
    return [plain(one.say(language("en"))) for one in reasons]
