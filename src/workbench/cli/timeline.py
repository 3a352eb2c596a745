"""``timeline``: read sealed files, look at what they hold, put it on the line of time with its source, correct it."""

import argparse
from collections.abc import Iterable

from workbench import terms
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.i18n import language
from workbench.services import events, readings
from workbench.services.event_rows import EventRow
from workbench.services.readings import ItemRow, ReadingRow

_AT = "2025-03-18T22:40, or as far as it is known: 2025-03-18, 2024-09, 2016"


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    verbs = commands.add_parser("timeline", help="what happened when, by which source").add_subparsers(
        metavar="VERB", required=True
    )
    _reading(verbs, common)
    shown = verbs.add_parser("show", parents=[common], help="the events of a case in the order of time")
    shown.add_argument("case")
    shown.add_argument("--withdrawn", action="store_true", help="those taken off, too")
    shown.set_defaults(run=_show)
    raised = verbs.add_parser("promote", parents=[common], help="make an event of something that was read")
    raised.add_argument("case")
    raised.add_argument("item", help="its id, as «timeline items» lists it")
    raised.add_argument("--kind", default="", choices=("", *terms.EVENTS))
    made = verbs.add_parser("add", parents=[common], help="put an event on the timeline by hand, with its source")
    made.add_argument("case")
    made.add_argument("--kind", required=True, choices=terms.EVENTS)
    made.add_argument("--until", default="", metavar="MOMENT")
    made.add_argument("--zone", default="", help="for instance Asia/Baghdad or +03:00 (that of the procedure)")
    made.add_argument("--party", dest="parties", action="append", default=[], type=_party, metavar="WHO:PART",
                      help=f"a code or a name, and one of {', '.join(terms.PARTS)}")  # fmt: skip
    made.add_argument("--source-kind", default="record", choices=terms.SOURCES)
    made.add_argument("--source", required=True, help="the exhibit, statement, step, or who saw it")
    made.add_argument("--source-place", default="", help="line, page or minute")
    for parser, run, needed in ((raised, _promote, False), (made, _add, True)):
        parser.add_argument("--at", required=needed, default="", metavar="MOMENT", help=_AT)
        parser.add_argument("--text", required=needed, default="")
        parser.add_argument("--place", default="")
        parser.add_argument("--doubt", dest="doubts", action="append", default=[], metavar="DOUBT",
                            help=", ".join(terms.EVENT_DOUBTS))  # fmt: skip
        parser.set_defaults(run=run)
    mended = verbs.add_parser("correct", parents=[common], help="correct an event; what it was stays in the history")
    gone = verbs.add_parser("withdraw", parents=[common], help="take an event off; it stays in the history")
    for parser, run in ((mended, _correct), (gone, _withdraw)):
        parser.add_argument("case")
        parser.add_argument("event", help="for instance EV-01")
        parser.add_argument("--reason", required=True)
        parser.set_defaults(run=run)
    for option in ("at", "until", "kind", "text", "place"):
        mended.add_argument(f"--{option}", default=None)


def _reading(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    read = verbs.add_parser("read", parents=[common], help="read a sealed file in a child with limits")
    read.add_argument("case")
    read.add_argument("file", help="the id of the sealed file, as «exhibit list --json» names it")
    read.add_argument("--zone", default="", help="in which times without one are placed")
    read.add_argument("--format", default="")
    read.add_argument("--column", dest="columns", action="append", default=[], type=_column, metavar="HEADING=MEANING",
                      help="what a column of a table of calls means; remembered for the same heading row")  # fmt: skip
    read.set_defaults(run=_read)
    listed = verbs.add_parser("readings", parents=[common], help="the files of a case that were read")
    listed.add_argument("case")
    listed.set_defaults(run=_readings)
    found = verbs.add_parser("items", parents=[common], help="what was read, in the order of time")
    found.add_argument("case")
    found.add_argument("--file", default=None)
    found.add_argument("--kind", dest="kinds", action="append", default=[], choices=readings.KINDS)
    found.add_argument("--sender", default="")
    found.add_argument("--text", default="")
    found.add_argument("--offset", type=int, default=0)
    found.add_argument("--limit", type=int, default=50)
    found.set_defaults(run=_items)


def _read(session: Session, args: argparse.Namespace, output: Output) -> int:
    options: dict[str, object] = {"zone": args.zone, "format": args.format}
    if args.columns:
        options["mapping"] = {"columns": dict(args.columns)}
    row = readings.read_file(session.desk, args.case, args.file, options)
    output.result(row, _of_reading(row))
    return 0


def _readings(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = readings.list_readings(session.desk, args.case)
    output.result(rows, [part for row in rows for part in _of_reading(row)] or ["No file was read yet."])
    return 0


def _items(session: Session, args: argparse.Namespace, output: Output) -> int:
    page = readings.items(
        session.desk, args.case, args.file, kinds=args.kinds, sender=args.sender, text=args.text, offset=args.offset,
        limit=args.limit,
    )  # fmt: skip
    output.result(page, [f"{page.total} in all", *(_of_item(one) for one in page.rows)])
    return 0


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = events.timeline(session.desk, args.case, withdrawn=args.withdrawn)
    output.result(rows, [line(row) for row in rows] or ["No event is on the timeline yet."])
    return 0


def _promote(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = events.promote(
        session.desk, args.case, args.item, kind=args.kind, text=args.text, at=args.at, place=args.place,
        doubts=args.doubts,
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _add(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = events.add_event(
        session.desk, args.case, kind=args.kind, at=args.at, text=args.text, until=args.until, zone=args.zone,
        doubts=args.doubts, parties=args.parties, place=args.place, source_kind=args.source_kind, source=args.source,
        source_place=args.source_place,
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _correct(session: Session, args: argparse.Namespace, output: Output) -> int:
    named = {key: getattr(args, key) for key in ("at", "until", "kind", "text", "place")}
    changes = {key: value for key, value in named.items() if value is not None}
    row = events.correct_event(session.desk, args.case, args.event, reason=args.reason, **changes)
    output.result(row, [line(row)])
    return 0


def _withdraw(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = events.withdraw_event(session.desk, args.case, args.event, args.reason)
    output.result(row, [line(row)])
    return 0


def line(row: EventRow) -> str:
    """An event in one line."""
    who = ", ".join(f"{each.part} {each.code or each.name}" for each in row.parties)
    doubts = f" [doubtful: {'; '.join(row.doubts_said(language('en')))}]" if row.doubts else ""
    gone = f" [withdrawn: {row.reason}]" if row.withdrawn else ""
    source = " ".join(part for part in (row.source, row.source_place) if part)
    text = " ".join(row.text.split())
    return f"{row.ref}  {row.at} ({row.zone})  {row.kind}: {text}  {who}  <{source}>{doubts}{gone}"


def _of_reading(row: ReadingRow) -> Iterable[str]:
    counts = ", ".join(f"{count} {word}" for word, count in row.counts.items())
    yield f"{row.exhibit}  {row.file_name}  {row.format or 'not read'}  {counts}  {row.first} – {row.last}"
    english = language("en")
    for told in (*([row.refused] if row.refused else []), *row.warnings):
        yield f"  {told.say(english)}"


def _of_item(one: ItemRow) -> str:
    who = f"{one.sender} ({one.who})" if one.who else one.sender
    on = f"  [on the timeline: {one.event}]" if one.event else ""
    return f"{one.item_id}  {one.at}  {one.kind}  {who}: {' '.join(one.text.split())}  <{one.exhibit} {one.place}>{on}"


def _party(text: str) -> tuple[str, str]:
    who, colon, part = text.rpartition(":")
    if not colon or not who or part not in terms.PARTS:
        raise argparse.ArgumentTypeError(f"write WHO:PART with one of {', '.join(terms.PARTS)}")
    return who, part


def _column(text: str) -> tuple[str, str]:
    heading, sign, meaning = text.rpartition("=")
    if not sign or not heading or not meaning:
        raise argparse.ArgumentTypeError("write HEADING=MEANING")
    return heading, meaning
