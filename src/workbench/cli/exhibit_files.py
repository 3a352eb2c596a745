"""``exhibit check|integrity|export``: sealed files held against their hashes in turn, and what leaves the vault."""

import argparse
from pathlib import Path
from typing import Any

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import exporting, verifying
from workbench.services.verifying import CheckRow

EXIT_BROKEN = 3


def add_to(group: Any, common: argparse.ArgumentParser) -> None:
    """Add these verbs to the group ``exhibit``."""
    checked = group.add_parser("check", parents=[common], help="verify the sealed files longest unverified")
    checked.add_argument("case", nargs="?")
    checked.add_argument("--share", type=float, metavar="PART", help="of all; 0.034 a day sees all in a month")
    checked.add_argument("--most", type=int, metavar="N", help="at most so many files")
    checked.add_argument("--minutes", type=float, metavar="N", help="begin none after so many minutes")
    checked.set_defaults(run=_check)
    told = group.add_parser("integrity", parents=[common], help="when each sealed file was verified; reads none")
    told.add_argument("case", nargs="?")
    told.set_defaults(run=_integrity)
    exported = group.add_parser("export", parents=[common], help="write an exhibit's files with their proofs")
    exported.add_argument("case")
    exported.add_argument("exhibit")
    exported.add_argument("folder", type=Path, help="a new folder")
    exported.add_argument("--reason", required=True, metavar="TEXT", help="stands in the log")
    exported.add_argument("--sealed", action="store_true", help="the sealed forms too, each with its own key")
    exported.set_defaults(run=_export)
    key = group.add_parser("station-key", parents=[common], help="the key that signs exports, to be put on paper")
    key.set_defaults(run=_key)


def _check(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = verifying.verify_some(
        session.desk, args.case, share=args.share, most=args.most, minutes=args.minutes
    )
    return _report(rows, output)


def _integrity(session: Session, args: argparse.Namespace, output: Output) -> int:
    return _report(verifying.checks(session.desk, args.case), output)


def _report(rows: list[CheckRow], output: Output) -> int:
    output.result(rows, [*map(_line, rows), _sum(rows)])
    return 0 if all(row.whole for row in rows) else EXIT_BROKEN


def _line(row: CheckRow) -> str:
    when = f"verified {row.checked_at:%Y-%m-%d %H:%M} UTC by {row.checked_by}" if row.checked_at else "not yet verified"
    state = when if row.whole else f"BROKEN OR MISSING ({when})"
    return f"{row.case}  {row.exhibit}  {row.sha256}  {row.size}  {row.name}: {state}"


def _sum(rows: list[CheckRow]) -> str:
    broken = sum(not row.whole for row in rows)
    never = sum(row.checked_at is None for row in rows)
    return f"{len(rows)} files: {broken} broken or missing, {never} not yet verified"


def _export(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = exporting.export_exhibit(
        session.desk, args.case, args.exhibit, args.folder, reason=args.reason, with_sealed=args.sealed
    )
    lines = [
        f"{row.exhibit}: {row.files} files, {row.size} bytes in {row.folder}",
        f"    SHA-256 of exhibit.json  {row.sha256}",
        f"    log                      {row.log_size} entries, root {row.log_root}",
        f"    station key              {row.key}",
    ]
    output.result(row, lines)
    return 0


def _key(session: Session, args: argparse.Namespace, output: Output) -> int:
    key = exporting.station_key(session.desk)
    output.result(key, [key.line, key.fingerprint])
    return 0
