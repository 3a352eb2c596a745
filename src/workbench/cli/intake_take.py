"""``intake take|resume|list|derive``: files, folders and sticks taken in for an exhibit, and copies made of them."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench import terms
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import deriving, intake
from workbench.services.intake import Going, IntakeRow, Plan

# Something could not be taken in, or somebody stopped it: whoever runs this must look.
EXIT_NOT_ALL = 1
_STEP = 0.5
_MIB = 1024 * 1024


def add_to(group: Any, common: argparse.ArgumentParser) -> None:
    """Add these verbs to the group ``intake``."""
    taken = group.add_parser("take", parents=[common], help="seal files, folders or a whole stick for an exhibit")
    taken.add_argument("case")
    taken.add_argument("exhibit")
    taken.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    taken.add_argument("--source", default="", metavar="TEXT", help="what is read: make, serial number, read-only")
    taken.add_argument("--tool", default="", metavar="TEXT", help="with what, if not with this program alone")
    taken.add_argument("--plan", action="store_true", help="only say what would be taken in")
    taken.set_defaults(run=_take)
    resumed = group.add_parser("resume", parents=[common], help="go on with a taking-in that was broken off")
    resumed.add_argument("case")
    resumed.add_argument("ref", metavar="IN-NN")
    resumed.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    resumed.set_defaults(run=_resume)
    listed = group.add_parser("list", parents=[common], help="the takings-in of a case")
    listed.add_argument("case")
    listed.set_defaults(run=_list)
    derived = group.add_parser("derive", parents=[common], help="seal a copy made from a sealed file")
    derived.add_argument("case")
    derived.add_argument("of_file", metavar="FILE-ID", help="the sealed file it was made from")
    derived.add_argument("copy", type=Path)
    derived.add_argument("--kind", choices=sorted(terms.DERIVATIONS), required=True)
    derived.add_argument("--tool", required=True, metavar="TEXT", help="with what it was made, and its version")
    derived.add_argument("--by", default="", metavar="NAME", help="who made it, if not who is signed in")
    derived.set_defaults(run=_derive)


def _take(session: Session, args: argparse.Namespace, output: Output) -> int:
    if args.plan:
        return _planned(intake.plan(args.paths, leave_out=session.desk.folder), output)
    # Before it is begun: a taking-in of nothing, or of more than there is room for, leaves no row.
    intake.require(session.desk, args.paths)
    begun = intake.begin(session.desk, args.case, args.exhibit, source=args.source, tool=args.tool)
    return _run(session, begun.case, begun.ref, args.paths, output)


def _resume(session: Session, args: argparse.Namespace, output: Output) -> int:
    return _run(session, args.case, args.ref, args.paths, output)


def _run(session: Session, case: str, ref: str, paths: list[Path], output: Output) -> int:
    row = intake.take(session.desk, case, ref, paths, progress(session.desk.clock.monotonic))
    output.result(_told(row), _lines(row))
    return 0 if row.state == "ended" and not row.not_taken else EXIT_NOT_ALL


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = intake.list_intakes(session.desk, args.case)
    output.result([_told(row) for row in rows], [line for row in rows for line in _lines(row)] or ["None yet."])
    return 0


def _derive(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = deriving.derive(
        session.desk, args.case, args.of_file, args.copy, derivation=args.kind, tool=args.tool, by=args.by
    )
    output.result(row, [f"{row.file_id}  {row.sha256}  {row.size}  {row.original_name}"])
    return 0


def progress(monotonic: Callable[[], float]) -> Callable[[Going], bool] | None:
    """One line of a terminal that tells how far it is; nothing where nobody looks. Ctrl+C stops between two blocks."""
    if not sys.stderr.isatty():
        return None
    told = 0.0

    def tell(going: Going) -> bool:
        nonlocal told
        at = monotonic()
        last = going.done == going.total
        if at - told >= _STEP or last:
            told = at
            line = (
                f"\r{going.files + 1}/{going.of_files} files, {going.done / _MIB:.0f} of {going.total / _MIB:.0f} MiB, "
                f"{going.rate / _MIB:.0f} MiB/s "
            )
            print(line, end="\n" if last else "", file=sys.stderr, flush=True)
        return True

    return tell


def _planned(plan: Plan, output: Output) -> int:
    told = {
        "files": [{"name": one.name, "size": one.size} for one in plan.files], "size": plan.size,
        "folders": plan.folders, "not_taken": [asdict(one) for one in plan.left],
    }  # fmt: skip
    lines = [f"{len(plan.files)} files in {plan.folders} folders, {plan.size} bytes"]
    lines += [f"    {one.size:>12}  {one.name}" for one in plan.files]
    output.result(told, [*lines, *_left(plan.left)])
    return 0


def _told(row: IntakeRow) -> dict[str, Any]:
    return asdict(row)


def _lines(row: IntakeRow) -> list[str]:
    known = f", {row.known} there already" if row.known else ""
    return [
        f"{row.ref}  {row.exhibit}  {terms.INTAKES[row.state]}: {row.files} files, {row.size} bytes{known}",
        *(f"    same bytes: {one.name} = {one.case} {one.exhibit} {one.other}" for one in row.duplicates),
        *_left(row.not_taken),
    ]


def _left(left: tuple[intake.NotTaken, ...]) -> list[str]:
    return [f"    NOT TAKEN  {one.name}: {terms.NOT_TAKEN[one.reason]} {one.note}".rstrip() for one in left]
