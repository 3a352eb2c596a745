"""``statement take|import|list|show|compare``."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench import terms
from workbench.cli import answers
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.services import interviews
from workbench.services.interviews import Said, StatementRow

_MOST = 4 * 1024 * 1024


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to the parser."""
    taken = verbs.add_parser("take", parents=[common], help="keep a statement out of a file of lines")
    _about(taken)
    taken.add_argument("--lines", required=True, metavar="FILE", help="YAML: «lines» of kind, text, translation, at")
    taken.set_defaults(run=_take)
    imported = verbs.add_parser("import", parents=[common], help="keep a statement that was typed as plain text")
    _about(imported)
    imported.add_argument("--file", required=True, metavar="FILE", help="lines begin with Q: A:, س: ج: or پ: و:")
    imported.add_argument("--translation", default="", metavar="FILE", help="the same lines in another language")
    imported.set_defaults(run=_import)
    listed = verbs.add_parser("list", parents=[common], help="the statements of a case and how far each is")
    listed.add_argument("case")
    listed.add_argument("person", nargs="?", default="")
    listed.set_defaults(run=_list)
    shown = verbs.add_parser("show", parents=[common], help="one statement, line by line, corrections beside them")
    shown.add_argument("case")
    shown.add_argument("statement", help="its number, for instance ST-01")
    shown.set_defaults(run=_show)
    beside = verbs.add_parser("compare", parents=[common], help="two statements side by side, in neutral words")
    beside.add_argument("case")
    beside.add_argument("left", metavar="STATEMENT")
    beside.add_argument("right", metavar="STATEMENT")
    beside.set_defaults(run=_compare)


def _about(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case")
    parser.add_argument("--interview", default="", metavar="IV-01", help="the talk it was taken in")
    parser.add_argument("--person", default="", metavar="CODE", help="who speaks, where no talk is recorded")
    parser.add_argument("--as", dest="capacity", default="", choices=("", *terms.HEARD_AS))
    parser.add_argument("--language", required=True, metavar="CODE", help="in which it was spoken")
    parser.add_argument("--translated-to", default="", metavar="CODE")
    parser.add_argument("--form", default="qa", choices=terms.FORMS_OF_STATEMENT)
    parser.add_argument("--from", dest="start", required=True, metavar="MOMENT", help=f"for instance {EXAMPLE}")
    parser.add_argument("--until", required=True, metavar="MOMENT")
    for key in interviews.HEAD:
        parser.add_argument(f"--{key.replace('_', '-')}", default="", metavar="TEXT", help=_KNOWN.get(key))


_KNOWN = {
    "before": ", ".join(terms.BEFORE), "oath": ", ".join(terms.OATHS), "no_oath": ", ".join(terms.NO_OATH),
    "interpreter": "a number, for instance I-01",
}  # fmt: skip


def _take(session: Session, args: argparse.Namespace, output: Output) -> int:
    path = Path(args.lines)
    rows = answers.read(path).get("lines")
    if not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
        raise Refusal(Reason.ANSWERS_UNREADABLE, file=visible(path.name), problem="«lines» is not a list of lines")
    return _keep(session, args, output, [_said(one, path) for one in rows])


def _said(one: dict[str, Any], path: Path) -> Said:
    unknown = set(one) - {"kind", "text", "translation", "at"}
    if unknown or not all(isinstance(value, str) for value in one.values()):
        raise Refusal(Reason.ANSWERS_UNREADABLE, file=visible(path.name), problem="a line has other parts")
    return Said(one.get("kind", "a"), one.get("text", ""), one.get("translation", ""), one.get("at", ""))


def _import(session: Session, args: argparse.Namespace, output: Output) -> int:
    said = interviews.said_in(_text(Path(args.file)))
    if args.translation:
        other = interviews.said_in(_text(Path(args.translation)))
        if [one.kind for one in other] != [one.kind for one in said]:
            raise Refusal(
                Reason.ANSWERS_UNREADABLE, file=visible(Path(args.translation).name),
                problem=f"it has {len(other)} lines and the statement {len(said)}, or in another order",
            )  # fmt: skip
        said = tuple(replace(one, translation=two.text) for one, two in zip(said, other, strict=True))
    return _keep(session, args, output, said)


def _keep(session: Session, args: argparse.Namespace, output: Output, lines: Sequence[Said]) -> int:
    start, end = moment(args.start), moment(args.until)
    if start is None or end is None:
        raise Refusal(Reason.OPTION_NEEDED, option=ltr("--from --until"))
    row = interviews.take_statement(
        session.desk, args.case, lines=lines, language=args.language, translated_to=args.translated_to,
        started_at=start, ended_at=end, head={key: getattr(args, key) for key in interviews.HEAD},
        interview=args.interview, alias=args.person, capacity=args.capacity, form=args.form,
    )  # fmt: skip
    output.result(row, written(row))
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = interviews.list_statements(session.desk, args.case, args.person)
    output.result([{**_plain(row), "lines": len(row.lines)} for row in rows], [line(row) for row in rows] or [_NOTHING])
    return 0


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = interviews.one_statement(session.desk, args.case, args.statement)
    output.result(_plain(row), written(row))
    return 0


def _compare(session: Session, args: argparse.Namespace, output: Output) -> int:
    found = interviews.compared(session.desk, args.case, args.left, args.right)
    lines = [f"{found.left} ({found.left_alias}) beside {found.right} ({found.right_alias})"]
    for one in found.rows:
        sides = [f"line {side.line}: {side.text}" if side else "–" for side in (one.left, one.right)]
        lines += [f"[{terms.ALIKE[one.label]}]", f"  {sides[0]}", f"  {sides[1]}"]
    output.result(found, lines)
    return 0


_NOTHING = "No statement was taken down yet."


def line(row: StatementRow) -> str:
    """A statement in one line."""
    state = terms.STATEMENT_STATES[row.state]
    return f"{row.ref}  {row.alias} as {row.capacity}  {row.language}, {len(row.lines)} lines: {state}"


def written(row: StatementRow) -> Iterator[str]:
    """A statement line by line, each correction beside what was first taken down."""
    yield line(row)
    for one in row.lines:
        time = f"[{one.at}] " if one.at else ""
        yield f"  {one.no:3} {one.kind.upper()}: {time}{one.text}"
        if one.translation:
            yield f"        = {one.translation}"
        for put in one.corrections:
            yield f"        corrected ({put.by}{', signed' if put.signed else ', NOT SIGNED'}): {put.text}"
    for back in row.read_backs:
        yield f"  read back by {back.by} in {', '.join(back.languages)}: {back.accepted}"
    for sign in row.signatures:
        yield f"  {terms.SIGNERS[sign.role]}: {terms.SIGNED[sign.how]} ({sign.who}) {sign.reason}".rstrip()
    if row.recording:
        yield f"  recording {row.recording.exhibit}: SHA-256 {row.recording.sha256}"


def _plain(row: StatementRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in type(row).__slots__} | {"state": row.state}


def _text(path: Path) -> str:
    """A text file in UTF-8. Raises ``Refusal`` for what is none."""
    name = visible(path.name)
    try:
        if path.stat().st_size > _MOST:
            raise Refusal(Reason.ANSWERS_UNREADABLE, file=name, problem="it is larger than 4 MB")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(Reason.ANSWERS_UNREADABLE, file=name, problem="it is not UTF-8") from None
    except OSError:
        raise Refusal(Reason.FILE_UNREADABLE, file=name) from None
