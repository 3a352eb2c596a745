"""``interpreter add|doubt|settle|list``."""

import argparse

from workbench import terms
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import interviews
from workbench.services.interviews import InterpreterRow


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to the parser."""
    added = verbs.add_parser("add", parents=[common], help="record an interpreter, or what is known of one now")
    added.add_argument("case")
    added.add_argument("--name", required=True)
    added.add_argument(
        "--language", dest="languages", action="append", required=True, type=_spoken, metavar="CODE[=DIALECT]"
    )
    added.add_argument("--oath-at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE}")
    added.add_argument("--sex", default="unknown", choices=terms.SEXES)
    added.add_argument("--paper", default="", help="what shows who it is")
    added.add_argument("--qualification", default="", metavar="TEXT")
    added.add_argument("--tie", dest="ties", action="append", default=[], choices=terms.TIES)
    added.add_argument("--ties-note", default="", metavar="TEXT")
    added.add_argument("--accepted", default="unknown", choices=terms.YES_NO, help="by the person to be heard")
    added.add_argument("--change", default="", metavar="I-01", help="the record that this one takes the place of")
    added.add_argument("--reason", default="", metavar="TEXT")
    added.set_defaults(run=_add)
    doubt = verbs.add_parser("doubt", parents=[common], help="record a doubt about the words of an interpreter")
    doubt.add_argument("case")
    doubt.add_argument("interpreter", help="the number, for instance I-01")
    doubt.add_argument("--by", required=True, metavar="NAME")
    doubt.add_argument("--about", required=True, metavar="WORDS")
    doubt.add_argument("--interview", default="", metavar="IV-01")
    doubt.add_argument("--done", default="", metavar="TEXT", help="what was done about it")
    doubt.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    doubt.set_defaults(run=_doubt)
    settled = verbs.add_parser("settle", parents=[common], help="record what was done about a doubt")
    settled.add_argument("case")
    settled.add_argument("interpreter")
    settled.add_argument("number", type=int, help="of the doubt, from 1")
    settled.add_argument("--done", required=True, metavar="TEXT")
    settled.set_defaults(run=_settle)
    listed = verbs.add_parser("list", parents=[common], help="the interpreters of a case")
    listed.add_argument("case")
    listed.set_defaults(run=_list)


def _add(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = interviews.record_interpreter(
        session.desk, args.case, name=args.name, languages=args.languages, oath_at=moment(args.oath_at), sex=args.sex,
        paper=args.paper, qualification=args.qualification, ties=args.ties, ties_note=args.ties_note,
        accepted=args.accepted, ref=args.change, reason=args.reason,
    )  # fmt: skip
    output.result(row, [_line(row)])
    return 0


def _doubt(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = interviews.raise_doubt(
        session.desk, args.case, args.interpreter, by=args.by, about=args.about, interview=args.interview,
        done=args.done, at=moment(args.at),
    )  # fmt: skip
    output.result(row, [_line(row)])
    return 0


def _settle(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = interviews.settle_doubt(session.desk, args.case, args.interpreter, args.number, args.done)
    output.result(row, [_line(row)])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = interviews.list_interpreters(session.desk, args.case)
    output.result(rows, [_line(row) for row in rows] or ["No interpreter is recorded yet."])
    return 0


def _line(row: InterpreterRow) -> str:
    languages = ", ".join(f"{code} ({dialect})" if dialect else code for code, dialect in row.languages)
    oath = f"on oath since {row.oath_at:%Y-%m-%d %H:%M}Z" if row.oath_at else "NOT ON OATH"
    ties = f"  [TIE: {', '.join(row.ties)}]" if row.ties else ""
    doubts = f"  doubts: {len(row.doubts)}, open: {sum(not one.done for one in row.doubts)}" if row.doubts else ""
    return f"{row.ref}  {row.name}  {languages}  {oath}{ties}{doubts}"


def _spoken(text: str) -> tuple[str, str]:
    code, _, dialect = text.partition("=")
    return code.strip(), dialect.strip()
