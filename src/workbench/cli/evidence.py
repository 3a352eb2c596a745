"""``exhibit``: add, list, verify."""

import argparse
from pathlib import Path

from workbench.cli import exhibit_files, moments
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import exhibits
from workbench.services.rows import ExhibitRow

EXIT_BROKEN = 3


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    exhibit = commands.add_parser("exhibit", help="add, list or verify exhibits").add_subparsers(
        required=True
    )
    added = exhibit.add_parser(
        "add", parents=[common], help="register an exhibit, with files if there are any"
    )
    added.add_argument("case")
    added.add_argument("--kind", choices=sorted(exhibits.KINDS), default="physical")
    added.add_argument("--description", required=True)
    added.add_argument("--number", default="", help="a number it already carries")
    added.add_argument(
        "--seized-at", default="", metavar="MOMENT", help="for instance 2026-11-23T06:15+03:00"
    )
    for part in ("seized-place", "found-by", "seized-by", "seal-number", "condition"):
        added.add_argument(f"--{part}", default="")
    added.add_argument("--file", dest="files", action="append", default=[], metavar="FILE")
    added.set_defaults(run=_add)
    attached = exhibit.add_parser("attach", parents=[common], help="seal one more file for an exhibit")
    attached.add_argument("case")
    attached.add_argument("exhibit")
    attached.add_argument("file")
    attached.set_defaults(run=_attach)
    listed = exhibit.add_parser("list", parents=[common], help="the exhibits of a case")
    listed.add_argument("case")
    listed.set_defaults(run=_list)
    verified = exhibit.add_parser(
        "verify", parents=[common], help="read every sealed file and check its hash"
    )
    verified.add_argument("case", nargs="?")
    verified.set_defaults(run=_verify)
    exhibit_files.add_to(exhibit, common)


def _add(session: Session, args: argparse.Namespace, output: Output) -> int:
    exhibits.require_room(session.desk, [Path(file) for file in args.files])
    row = exhibits.add_exhibit(
        session.desk, args.case, kind=args.kind, description=args.description, number=args.number,
        seized_at=moments.moment(args.seized_at), seized_place=args.seized_place, found_by=args.found_by,
        seized_by=args.seized_by, seal_number=args.seal_number, condition=args.condition,
    )  # fmt: skip
    for file in args.files:
        row = exhibits.attach_file(session.desk, args.case, row.number, Path(file))
    output.result(row, [_line(row)])
    return 0


def _attach(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = exhibits.attach_file(session.desk, args.case, args.exhibit, Path(args.file))
    output.result(row, [_line(row)])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = exhibits.list_exhibits(session.desk, args.case)
    output.result(rows, [_line(row) for row in rows] or ["No exhibits yet."])
    return 0


def _verify(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = exhibits.verify_exhibits(session.desk, args.case)
    output.result(rows, [f"{row.number}: {row.integrity}" for row in rows])
    return EXIT_BROKEN if any(row.integrity == "broken" for row in rows) else 0


def _line(row: ExhibitRow) -> str:
    files = "".join(f"\n    {file.sha256}  {file.size}  {file.original_name}" for file in row.files)
    return f"{row.number}  {row.kind}  {row.description}{files}"
