"""``screening``: show what was asked and what the rule says, record the decision of a person, list, name the sets."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench import terms
from workbench.cli import answers
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import TAGS, visible
from workbench.services import proofrules, screened, screenings
from workbench.services.screenings import ScreeningRow


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    screening = commands.add_parser("screening", help="screen a person by the published indicators, or read it")
    verbs = screening.add_subparsers(metavar="VERB", required=True)
    shown = verbs.add_parser(
        "show", parents=[common], help="the newest screening of a person with the rule's result in words"
    )
    shown.add_argument("case")
    shown.add_argument("person")
    shown.add_argument("--all", action="store_true", help="earlier screenings with every answer")
    shown.add_argument("--language", default="en", choices=TAGS)
    shown.set_defaults(run=_show)
    _to_record(verbs.add_parser("record", parents=[common], help="record a screening with its decision"))
    listed = verbs.add_parser("list", parents=[common], help="the screenings of a case, oldest first")
    listed.add_argument("case")
    listed.set_defaults(run=_list)
    sets = verbs.add_parser("sets", parents=[common], help="the sets of indicators with their keys and marks")
    sets.add_argument("--language", default="en", choices=TAGS)
    sets.set_defaults(run=_sets)


def _to_record(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case")
    parser.add_argument("person")
    parser.add_argument(
        "--answers", required=True, metavar="FILE",
        help="YAML or JSON: key of an indicator to its answer, or to value, evidence, observer, at",
    )  # fmt: skip
    parser.add_argument("--profile", required=True, help="whom the weights are for, for instance adult_labour")
    parser.add_argument("--decision", required=True, choices=sorted(terms.SCREENING_DECISIONS))
    parser.add_argument("--reason", required=True)
    parser.add_argument("--set", dest="sets", action="append", default=[], metavar="KEY", help="asked; may be repeated")
    parser.add_argument("--track", action="append", default=[], type=_pair, metavar="Q1=ANSWER")
    parser.add_argument("--setting", action="append", default=[], choices=sorted(terms.SCREENING_SETTINGS))
    parser.add_argument("--asked-by", default="", metavar="NAME")
    parser.add_argument("--interpreter", default="", metavar="NAME")
    parser.add_argument("--ask-again-on", default="", metavar="DAY")
    parser.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    parser.set_defaults(run=_record)


def _pair(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    if not (key and value):
        raise argparse.ArgumentTypeError("Q1=ANSWER")
    return key, value


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    told = screened.shown(session.desk, args.case, args.person, args.language, whole=args.all)
    words = told["explanation"]
    assert isinstance(words, list)
    decided = f"Decision: {told['decision']}. {told['reason']}" if told["decision"] else "Nothing is decided yet."
    output.result(told, [f"{told['person']}  {told['profile']}", *words, decided])
    return 0


def _record(session: Session, args: argparse.Namespace, output: Output) -> int:
    said = _answers(Path(args.answers))
    row = screenings.record_screening(
        session.desk, args.case, args.person, sets=args.sets or _sets_of(said), answers=screenings.as_answers(said),
        profile=args.profile, decision=args.decision, reason=args.reason, setting=args.setting,
        asked_by=args.asked_by, interpreter=args.interpreter, track_answers=dict(args.track),
        ask_again_on=args.ask_again_on, held_at=moment(args.at),
    )  # fmt: skip
    output.result(row, [_line(row)])
    return 0


def _answers(path: Path) -> dict[str, Mapping[str, Any]]:
    """The answers in a file: a bare word is an answer with nothing behind it yet. JSON is YAML here."""
    found: dict[str, Mapping[str, Any]] = {}
    for key, value in answers.read(path).items():
        said = value if isinstance(value, dict) else {"value": value}
        evidence = said.get("evidence", [])
        if not isinstance(said.get("value"), str) or not isinstance(evidence, list | str):
            problem = f"{key}: an answer is a word, or value, evidence, observer and at"
            raise Refusal(Reason.ANSWERS_UNREADABLE, file=visible(path.name), problem=visible(problem))
        found[key] = said | {"evidence": [evidence] if isinstance(evidence, str) else evidence}
    return found


def _sets_of(said: Mapping[str, object]) -> list[str]:
    """The sets that the answered indicators belong to."""
    sets = proofrules.shipped().screening.sets.values()
    return [one.key for one in sets if any(item.key in said for item in one.items)]


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = screenings.list_screenings(session.desk, args.case)
    output.result(rows, [_line(row) for row in rows] or ["Nobody has been screened yet."])
    return 0


def _line(row: ScreeningRow) -> str:
    other = "  [differs from the rule]" if row.differs else ""
    said = f"{row.result['rule_result']} -> {row.decision}{other}"
    return f"{row.alias}  {row.ordinal}  {row.held_at:%Y-%m-%d %H:%M}  {said}"


def _sets(session: Session, args: argparse.Namespace, output: Output) -> int:
    told = proofrules.rules(args.language).screening
    value = {
        one.key: {
            "title": one.title, "version": one.version, "mark": one.mark, "digest": one.digest,
            "weighed": one.weighed, "items": {item.key: item.text for item in one.items},
        }
        for one in told.sets.values()
    }  # fmt: skip
    lines = [line for one in told.sets.values() for line in (
        f"{one.key}: {one.title} [{one.mark}]", *(f"  {item.key}  {item.text}" for item in one.items),
    )]  # fmt: skip
    profiles = {one.key: one.title for one in told.profiles.values()}
    output.result({"sets": value, "profiles": profiles}, [json.dumps(profiles, ensure_ascii=False), *lines])
    return 0
