"""``exhibit``: add with what its kind needs, parts, corrections, remarks, void numbers, list, verify."""

import argparse
from pathlib import Path
from typing import Any

from workbench.cli import exhibit_files, moments
from workbench.cli.exhibit_lines import exhibit_line, pairs_of
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.fields import Kind
from workbench.fields.kinds import MANY
from workbench.services import documents, exhibits
from workbench.services.rows import ExhibitRow

EXIT_BROKEN = 3


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    exhibit = commands.add_parser("exhibit", help="exhibits: add, correct, list, verify").add_subparsers(
        metavar="VERB", required=True
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
    added.add_argument("--parent", default="", metavar="NUMBER", help="the exhibit that it is a part of")
    added.add_argument("--scene", default="", metavar="LETTER", help="of the scene where it was found")
    added.add_argument(
        "--detail", dest="details", action="append", default=[], metavar="NAME=VALUE",
        help="what its kind needs, as «exhibit fields» lists it; may be repeated",
    )  # fmt: skip
    added.add_argument("--received-at", default="", metavar="MOMENT", help="for what was not seized but handed in")
    added.add_argument("--received-from", default="")
    added.add_argument("--written-no", type=int, metavar="N", help="number of the first entry on the paper record")
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
    _more(exhibit, common)
    verified = exhibit.add_parser(
        "verify", parents=[common], help="read every sealed file and check its hash"
    )
    verified.add_argument("case", nargs="?")
    verified.set_defaults(run=_verify)
    exhibit_files.add_to(exhibit, common)


def _more(exhibit: Any, common: argparse.ArgumentParser) -> None:
    shown = exhibit.add_parser("show", parents=[common], help="one exhibit with everything that is known of it")
    shown.add_argument("case")
    shown.add_argument("exhibit")
    shown.set_defaults(run=_show)
    asked = exhibit.add_parser("fields", parents=[common], help="what a kind of exhibit is asked")
    asked.add_argument("kind", choices=sorted(exhibits.KINDS))
    asked.add_argument("--language", default="en", metavar="TAG")
    asked.set_defaults(run=_fields)
    corrected = exhibit.add_parser("correct", parents=[common], help="correct a field; what stood there stays visible")
    corrected.add_argument("case")
    corrected.add_argument("exhibit")
    corrected.add_argument("field", help="for instance seal_number, or detail.imei_1 for what its kind needs")
    corrected.add_argument("now")
    corrected.add_argument("--reason", required=True, metavar="TEXT")
    corrected.set_defaults(run=_correct)
    remarked = exhibit.add_parser("remark", parents=[common], help="write something down about an exhibit")
    remarked.add_argument("case")
    remarked.add_argument("exhibit")
    remarked.add_argument("text")
    remarked.set_defaults(run=_remark)
    labels = exhibit.add_parser("labels", parents=[common], help="labels with codes on A4 sheets, as a PDF")
    labels.add_argument("case")
    labels.add_argument("--size", default="70x37", metavar="WxH", help="of a label in millimetres (70x37)")
    labels.add_argument("--skip", type=int, default=0, metavar="N", help="places used up on the first sheet")
    labels.add_argument("--exhibit", dest="only", action="append", default=[], metavar="NUMBER", help="(all)")
    labels.add_argument("--language", default="ar_IQ", metavar="TAG")
    labels.add_argument("--digits", choices=("locale", "latin"), default="locale")
    labels.add_argument("--out", required=True, metavar="FILE")
    labels.set_defaults(run=_labels)
    void = exhibit.add_parser("void", parents=[common], help="declare a number void; it is never given again")
    void.add_argument("case")
    void.add_argument("exhibit")
    void.add_argument("--reason", required=True, metavar="TEXT")
    void.set_defaults(run=_void)


def _add(session: Session, args: argparse.Namespace, output: Output) -> int:
    exhibits.require_room(session.desk, [Path(file) for file in args.files])
    row = exhibits.add_exhibit(
        session.desk, args.case, kind=args.kind, description=args.description, number=args.number,
        seized_at=moments.moment(args.seized_at), seized_place=args.seized_place, found_by=args.found_by,
        seized_by=args.seized_by, seal_number=args.seal_number, condition=args.condition,
        parent=args.parent, scene=args.scene, detail=_answers(args.kind, args.details),
        received_at=moments.moment(args.received_at), received_from=args.received_from, written_no=args.written_no,
    )  # fmt: skip
    for file in args.files:
        row = exhibits.attach_file(session.desk, args.case, row.number, Path(file))
    warned = exhibits.warnings(row.kind, row.detail, "en")
    output.result(row, [exhibit_line(row), *(f"  ? {key}: {sentence}" for key, sentence in warned)])
    return 0


def _answers(kind: str, typed: list[str]) -> dict[str, object]:
    """The answers that were typed; where a question takes several, each stands on its own."""
    many = {field.key for field in exhibits.fields_of(kind) if field.kind in MANY}
    return {key: value.splitlines() if key in many else value for key, value in pairs_of(typed).items()}


def _attach(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = exhibits.attach_file(session.desk, args.case, args.exhibit, Path(args.file))
    output.result(row, [exhibit_line(row)])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = exhibits.list_exhibits(session.desk, args.case)
    output.result(rows, [exhibit_line(row) for row in rows] or ["No exhibits yet."])
    return 0


def _verify(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = exhibits.verify_exhibits(session.desk, args.case)
    output.result(rows, [f"{row.number}: {row.integrity}" for row in rows])
    return EXIT_BROKEN if any(row.integrity == "broken" for row in rows) else 0


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = exhibits.exhibit(session.desk, args.case, args.exhibit)
    lines = [exhibit_line(row), *(f"  {key}: {_as_text(value)}" for key, value in row.detail.items())]
    lines += [f"  {note.kind} {note.field}: «{note.was}» → «{note.now}» ({note.reason})" for note in row.notes]
    output.result(row, lines)
    return 0


def _as_text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _fields(session: Session, args: argparse.Namespace, output: Output) -> int:
    fields = exhibits.fields_of(args.kind, args.language)
    lines = []
    for one in fields:
        options = f" ({', '.join(option.key for option in one.options)})" if one.options else ""
        options = options or (" (yes, no, unknown)" if one.kind is Kind.TRUTH else "")
        lines.append(f"{one.key}{'*' if one.required else ''}: {one.label}{options}")
    output.result(fields, lines)
    return 0


def _correct(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = exhibits.correct_exhibit(
        session.desk, args.case, args.exhibit, field=args.field, now=args.now, reason=args.reason
    )
    return _told(row, output)


def _remark(session: Session, args: argparse.Namespace, output: Output) -> int:
    return _told(exhibits.remark(session.desk, args.case, args.exhibit, args.text), output)


def _void(session: Session, args: argparse.Namespace, output: Output) -> int:
    return _told(exhibits.void_exhibit(session.desk, args.case, args.exhibit, args.reason), output)


def _told(row: ExhibitRow, output: Output) -> int:
    output.result(row, [exhibit_line(row)])
    return 0


def _labels(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = documents.make_labels(
        session.desk, args.case, args.language, Path(args.out), size=args.size, skip=args.skip, exhibits=args.only,
        digits=args.digits,
    )
    output.result(row, [f"{row.document_id}: {args.out} ({row.pages} pages, SHA-256 {row.sha256})"])
    return 0
