"""``examination``: ask a laboratory or expert, send, record the answer, take things back, list."""

import argparse

from workbench import terms
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import examinations
from workbench.services.examination_rows import ExaminationRow


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    verbs = commands.add_parser("examination", help="requests to laboratories and experts").add_subparsers(
        metavar="VERB", required=True
    )
    _asking(verbs, common)
    sent = verbs.add_parser("send", parents=[common], help="record that request and things left")
    sent.add_argument("--by", default="", metavar="NAME", help="who brought them")
    _answering(verbs, common)
    back = verbs.add_parser("returned", parents=[common], help="record that the things came back")
    back.add_argument("--note", default="")
    gone = verbs.add_parser("withdraw", parents=[common], help="take a request back")
    gone.add_argument("--reason", required=True)
    for parser, run in ((sent, _send), (back, _back), (gone, _withdraw)):
        parser.add_argument("case")
        parser.add_argument("examination", help="for instance X-01")
        parser.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
        parser.set_defaults(run=run)
    listed = verbs.add_parser("list", parents=[common], help="the requests of a case and what they lack")
    listed.add_argument("case")
    listed.set_defaults(run=_list)


def _asking(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    asked = verbs.add_parser("ask", parents=[common], help="ask, with numbered questions")
    asked.add_argument("case")
    asked.add_argument("--kind", required=True, choices=terms.EXAMINATIONS)
    asked.add_argument("--to", required=True, metavar="NAME", help="the laboratory or expert")
    asked.add_argument("--question", dest="questions", action="append", required=True, metavar="TEXT")
    asked.add_argument("--exhibit", dest="exhibits", action="append", default=[], metavar="NUMBER")
    asked.add_argument("--expert", action="store_true", help="one who is not official and gives an oath")
    for option in ("person", "oath", "facts", "hazards", "wanted-by", "contact", "returning", "order", "at"):
        asked.add_argument(f"--{option}", default="")
    asked.set_defaults(run=_ask)


def _answering(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    told = verbs.add_parser("result", parents=[common], help="record the answer")
    told.add_argument("case")
    told.add_argument("examination")
    told.add_argument("--number", required=True)
    told.add_argument("--on", required=True, metavar="DAY")
    told.add_argument("--answer", dest="answers", action="append", required=True, metavar="TEXT",
                      help="one for each question, in their order")  # fmt: skip
    told.add_argument("--tool", dest="tools", action="append", default=[], type=_pair, metavar="NAME=VERSION")
    told.add_argument("--property", dest="properties", action="append", default=[], type=_pair, metavar="KEY=TEXT",
                      help=f"for digital evidence: {', '.join(terms.PROPERTIES)}")  # fmt: skip
    told.add_argument("--accredited", default="unknown", choices=terms.ACCREDITED)
    told.add_argument("--signed", action="store_true")
    for option in ("exhibit", "method", "uncertainty", "limits", "scope", "expert", "identity", "oath", "at"):
        told.add_argument(f"--{option}", default="")
    told.set_defaults(run=_result)


def _ask(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = examinations.ask_examination(
        session.desk, args.case, kind=args.kind, to=args.to, questions=args.questions, exhibits=args.exhibits,
        person=args.person, official=not args.expert, oath=args.oath, facts=args.facts, hazards=args.hazards,
        wanted_by=args.wanted_by, contact=args.contact, returning=args.returning, order=args.order,
        at=moment(args.at),
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _send(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = examinations.send_examination(
        session.desk, args.case, args.examination, by_whom=args.by, at=moment(args.at)
    )
    output.result(row, [line(row)])
    return 0


def _result(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = examinations.record_result(
        session.desk, args.case, args.examination, number=args.number, on=args.on, answers=args.answers,
        exhibit=args.exhibit, method=args.method, uncertainty=args.uncertainty, limits=args.limits, tools=args.tools,
        accredited=args.accredited, scope=args.scope, expert=args.expert, identity=args.identity, oath=args.oath,
        signed=args.signed, properties=dict(args.properties), at=moment(args.at),
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _back(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = examinations.examination_returned(
        session.desk, args.case, args.examination, note=args.note, at=moment(args.at)
    )
    output.result(row, [line(row)])
    return 0


def _withdraw(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = examinations.withdraw_examination(session.desk, args.case, args.examination, args.reason)
    output.result(row, [line(row)])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = examinations.list_examinations(session.desk, args.case)
    output.result(rows, [line(row) for row in rows] or ["No examination was asked for."])
    return 0


def line(row: ExaminationRow) -> str:
    """A request in one line, with what its answer lacks."""
    what = ", ".join([*(one.number for one in row.exhibits), *([row.person] if row.person else [])])
    late = " [OVERDUE]" if row.late else ""
    lacks = f"  lacks: {'; '.join(terms.LACKING[one] for one in row.lacks)}" if row.lacks else ""
    return f"{row.ref}  {row.kind}  {row.to}  {what}: {row.state}{late}{lacks}"


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise argparse.ArgumentTypeError("write NAME=TEXT")
    return name, value
