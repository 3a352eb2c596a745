"""``statement read-back|correct|sign|seal``."""

import argparse

from workbench import terms
from workbench.cli.interviews.statements import written
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import interviews
from workbench.services.interviews import StatementRow


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to the parser."""
    back = _verb(verbs, common, "read-back", "record that it was read back, and whether it was accepted")
    back.add_argument("--language", dest="languages", action="append", required=True, metavar="CODE")
    back.add_argument("--by", required=True, metavar="NAME")
    back.add_argument("--accepted", default="yes", choices=("yes", "corrected", "no"))
    back.add_argument("--note", default="", metavar="TEXT")
    back.set_defaults(run=_read_back)
    put = _verb(verbs, common, "correct", "put the right words beside a line; the old ones stay")
    put.add_argument("line", type=int)
    put.add_argument("--text", required=True)
    put.add_argument("--translation", default="", metavar="TEXT")
    put.add_argument("--asked-by", default="speaker", choices=terms.SIGNERS)
    put.add_argument("--signed", action="store_true", help="whoever asked for it signed beside it")
    put.set_defaults(run=_correct)
    signed = _verb(verbs, common, "sign", "record who signed, put a thumb, or refused and why")
    signed.add_argument("--role", required=True, choices=terms.SIGNERS)
    signed.add_argument("--how", required=True, choices=terms.SIGNED)
    signed.add_argument("--who", default="", metavar="NAME", help="the speaker signs by code")
    signed.add_argument("--reason", default="", metavar="TEXT")
    signed.set_defaults(run=_sign)
    sealed = _verb(verbs, common, "seal", "tie the recording to it: the sealed file of an exhibit, by its hash")
    sealed.add_argument("exhibit")
    sealed.set_defaults(run=_seal)


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser, name: str, words: str
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, parents=[common], help=words)
    parser.add_argument("case")
    parser.add_argument("statement", help="its number, for instance ST-01")
    parser.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    return parser


def _read_back(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = interviews.read_back(
        session.desk, args.case, args.statement, languages=args.languages, by=args.by, accepted=args.accepted,
        note=args.note, at=moment(args.at),
    )  # fmt: skip
    return _told(row, output)


def _correct(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = interviews.correct_line(
        session.desk, args.case, args.statement, args.line, text=args.text, translation=args.translation,
        asked_by=args.asked_by, signed=args.signed, at=moment(args.at),
    )  # fmt: skip
    return _told(row, output)


def _sign(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = interviews.sign(
        session.desk, args.case, args.statement, role=args.role, how=args.how, who=args.who, reason=args.reason,
        at=moment(args.at),
    )  # fmt: skip
    return _told(row, output)


def _seal(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = interviews.seal_recording(session.desk, args.case, args.statement, args.exhibit, at=moment(args.at))
    return _told(row, output)


def _told(row: StatementRow, output: Output) -> int:
    output.result(row, written(row))
    return 0
