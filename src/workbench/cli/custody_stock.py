"""``custody stock-take``: a store counted with a scanner, from a file or from what is typed."""

import argparse
import sys
from pathlib import Path
from typing import Any

from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import visible
from workbench.services import custody
from workbench.services.custody import StockTakeRow

EXIT_NOT_WHOLE = 3
_MOST_BYTES = 4 * 1024 * 1024


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    """Add these verbs to those of custody."""
    counted = verbs.add_parser(
        "stock-take", parents=[common],
        help="hold what is scanned against the records; ends with 3 if something is missing or does not belong there",
    )  # fmt: skip
    counted.add_argument("store")
    counted.add_argument("labels", nargs="*", help="what was scanned or typed; «-» reads lines as a scanner types them")
    counted.add_argument("--file", metavar="FILE", help="a text file with a label on each line")
    counted.add_argument("--case", help="count only what belongs to one case")
    counted.add_argument("--started-at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE}")
    counted.add_argument("--note", default="")
    counted.set_defaults(run=_take)
    listed = verbs.add_parser("stores", parents=[common], help="the stores, what they hold, and when they were counted")
    listed.set_defaults(run=_stores)
    kept = verbs.add_parser("stock-takes", parents=[common], help="the counts that were kept, newest first")
    kept.set_defaults(run=_kept)


def _take(session: Session, args: argparse.Namespace, output: Output) -> int:
    labels = [one for one in args.labels if one != "-"]
    labels += _lines(Path(args.file)) if args.file else []
    labels += [line.strip() for line in sys.stdin] if "-" in args.labels else []
    row = custody.stock_take(
        session.desk, args.store, labels, started_at=moment(args.started_at), case=args.case, note=args.note
    )
    output.result(_as_row(row), _told(row))
    return 0 if row.whole else EXIT_NOT_WHOLE


def _stores(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = custody.stores(session.desk)
    lines = []
    for row in rows:
        when = f", counted {row.counted_at:%Y-%m-%d %H:%M}Z" if row.counted_at else ", never counted"
        lines.append(f"{row.name}: {row.exhibits}{when}")
    output.result(rows, lines or ["Nothing lies in a store."])
    return 0


def _kept(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = custody.stock_takes(session.desk)
    lines = [line for row in rows for line in _told(row)]
    output.result([_as_row(row) for row in rows], lines or ["No store was counted yet."])
    return 0


def _told(row: StockTakeRow) -> list[str]:
    head = f"{row.ref}  {row.store}  {row.ended_at:%Y-%m-%d %H:%M}Z: {len(row.found)} of {len(row.expected)} found"
    lines = [head, *(f"  missing: {one}" for one in row.missing)]
    lines += [f"  not expected here: {label}, by the records with {held}" for label, held in row.elsewhere]
    lines += [f"  void number: {one}" for one in row.void]
    return [*lines, *(f"  not known: {one}" for one in row.unknown)]


def _as_row(row: StockTakeRow) -> dict[str, object]:
    return {
        "ref": row.ref, "store": row.store, "started_at": row.started_at, "ended_at": row.ended_at, "by": row.by,
        "whole": row.whole, "expected": row.expected, "found": row.found, "missing": row.missing,
        "elsewhere": row.elsewhere, "unknown": row.unknown, "void": row.void, "note": row.note,
    }  # fmt: skip


def _lines(path: Path) -> list[str]:
    name = visible(path.name)
    if not path.is_file():
        raise Refusal(Reason.FILE_MISSING, file=name)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Refusal(Reason.FILE_UNREADABLE, file=name)
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refusal(Reason.FILE_UNREADABLE, file=name) from None
