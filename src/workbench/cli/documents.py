"""``document``: list the kinds and the papers issued, make one."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.i18n import TAGS
from workbench.services import documents


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    document = commands.add_parser("document", help="list or make documents").add_subparsers(required=True)
    listed = document.add_parser(
        "list", parents=[common], help="the kinds there are, and the papers of a case"
    )
    listed.add_argument("case", nargs="?")
    listed.set_defaults(run=_list)
    made = document.add_parser("make", parents=[common], help="make a document of a case as a PDF")
    made.add_argument("case")
    made.add_argument("kind")
    made.add_argument("--language", default="ar_IQ", metavar="TAG", help=", ".join(TAGS))
    made.add_argument("--digits", choices=("locale", "latin"), default="locale")
    made.add_argument(
        "--of", "--order", dest="subject", default="", metavar="CODE",
        help="the order or person that it is made for, for instance O-01",
    )  # fmt: skip
    made.add_argument("--out", required=True, metavar="FILE")
    made.set_defaults(run=_make)


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    kinds = {kind: documents.title(kind, "en") for kind in documents.every_kind()}
    issued = documents.list_issued(session.desk, args.case) if args.case else []
    lines = [f"{kind}: {title}" for kind, title in kinds.items()]
    lines += [f"{row.document_id}  {row.kind}  {row.language}  {row.sha256}" for row in issued]
    output.result({"kinds": kinds, "issued": issued}, lines)
    return 0


def _make(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = documents.make(
        session.desk, args.case, args.kind, args.language, Path(args.out), digits=args.digits, subject=args.subject
    )
    output.result(row, [f"{row.document_id}: {args.out} ({row.pages} pages, SHA-256 {row.sha256})"])
    return 0
