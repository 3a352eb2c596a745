"""``scene``: record a scene, log its photographs, show it."""

import argparse
from typing import Any

from workbench import terms
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import scenes
from workbench.services.scenes import SceneRow


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    verbs = commands.add_parser("scene", help="scenes, their sketch and photographs").add_subparsers(
        metavar="VERB", required=True
    )
    made = verbs.add_parser("record", parents=[common], help="record a scene, or more of one (with a reason)")
    made.add_argument("case")
    for option in ("letter", "place", "reason", *(key.replace("_", "-") for key in scenes.TEXTS)):
        made.add_argument(f"--{option}", default="")
    for option in ("at", *(key.replace("_", "-") for key in scenes.MOMENTS)):
        made.add_argument(f"--{option}", default="", metavar="MOMENT", help=f"for instance {EXAMPLE}")
    for key, parts in scenes.LISTS.items():
        made.add_argument(f"--{key}", action="append", default=[], metavar="|".join(parts).upper())
    made.add_argument("--sketch", default="", metavar="FILE", help="the id of the sealed file")
    made.add_argument("--drawn-by", default="")
    for mark in ("north", "scale", "legend"):
        made.add_argument(f"--{mark}", action="store_true", help=f"the sketch has its {mark}")
    made.set_defaults(run=_record)
    photo = verbs.add_parser("photo", parents=[common], help="put a sealed photograph into the log of a scene")
    photo.add_argument("case")
    photo.add_argument("letter")
    photo.add_argument("file", help="the id of the sealed file")
    photo.add_argument("--subject", required=True, help="what it shows")
    photo.add_argument("--view", default="", choices=("", *terms.VIEWS))
    photo.add_argument("--at", default="", metavar="MOMENT", help="the true time, where it is known")
    for option in ("camera", "operator", "reason"):
        photo.add_argument(f"--{option}", default="")
    photo.set_defaults(run=_photo)
    listed = verbs.add_parser("list", parents=[common], help="the scenes of a case")
    listed.add_argument("case")
    listed.set_defaults(run=_list)


def _record(session: Session, args: argparse.Namespace, output: Output) -> int:
    detail: dict[str, Any] = {key: getattr(args, key) for key in scenes.TEXTS}
    detail |= {key: moment(getattr(args, key)) for key in scenes.MOMENTS}
    for key, parts in scenes.LISTS.items():
        rows = [dict(zip(parts, map(str.strip, one.split("|")), strict=False)) for one in getattr(args, key)]
        if rows:
            detail[key] = rows
    marks = {mark: getattr(args, mark) for mark in ("north", "scale", "legend")}
    sketch = {"file": args.sketch, "drawn_by": args.drawn_by, **marks} if args.sketch else None
    row = scenes.record_scene(
        session.desk, args.case, letter=args.letter, place=args.place, at=moment(args.at), reason=args.reason,
        sketch=sketch, **detail,
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _photo(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = scenes.log_photo(
        session.desk, args.case, args.letter, file_id=args.file, subject=args.subject, camera=args.camera,
        operator=args.operator, at=moment(args.at), view=args.view, reason=args.reason,
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = scenes.list_scenes(session.desk, args.case)
    output.result(rows, [line(row) for row in rows] or ["No scene was recorded yet."])
    return 0


def line(row: SceneRow) -> str:
    """A scene in one line."""
    drawn = ", with a sketch" if row.sketch else ""
    return f"{row.letter}  {row.at:%Y-%m-%d %H:%M}Z  {row.place}: {len(row.photos)} photographs{drawn}"
