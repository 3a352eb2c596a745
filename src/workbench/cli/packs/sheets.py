"""``pack export-sheet``, ``pack import-sheet``: a procedure as a workbook that is edited without a programmer."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import workbooks


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to ``pack``."""
    export = verbs.add_parser("export-sheet", parents=[common], help="write a procedure as a workbook (.xlsx)")
    export.add_argument("folder", metavar="DIR", help="the folder of the pack")
    export.add_argument("--out", required=True, metavar="FILE.xlsx", help="a new file")
    export.set_defaults(run=_export)
    taken = verbs.add_parser("import-sheet", parents=[common], help="make the folder of a pack from a workbook")
    taken.add_argument("workbook", metavar="FILE.xlsx")
    taken.add_argument("--out", required=True, metavar="DIR", help="a new folder, best named like the pack's key")
    taken.add_argument(
        "--base", metavar="DIR", help="the folder that the workbook was made from: its comments are kept"
    )
    taken.set_defaults(run=_import)


def _export(session: Session, args: argparse.Namespace, output: Output) -> int:
    size = workbooks.export_pack(Path(args.folder), Path(args.out))
    lines = [
        f"Workbook written: {args.out}",
        "Its first sheet says how to edit it. Bring it back with",
        f"  workbench pack import-sheet {args.out} --out NEW_DIR --base {args.folder}",
    ]
    output.result({"workbook": args.out, "bytes": size}, lines)
    return 0


def _import(session: Session, args: argparse.Namespace, output: Output) -> int:
    base = Path(args.base) if args.base else None
    taken = workbooks.import_pack(Path(args.workbook), Path(args.out), base)
    rows = [
        {
            "level": one.level.value, "sheet": one.sheet, "row": one.row, "column": one.column,
            "message": one.message, "remedy": one.remedy,
        }
        for one in taken.findings
    ]  # fmt: skip
    lines = [f"{one.where or args.workbook}: {one.message} {one.remedy}" for one in taken.findings]
    if taken.ok:
        lines.append(f"Pack written in {args.out}: {len(taken.files)} files.")
        if taken.shares:
            lines.append(f"It shares steps of {taken.shares}: keep the folder of that pack beside it.")
    else:
        lines.append("Nothing was written. Correct the workbook and bring it in again.")
    folder = args.out if taken.ok else None
    output.result({"written": folder, "files": taken.files, "findings": rows}, lines)
    return 0 if taken.ok else 1
