"""``custody``: who held an exhibit when, under which seal; hand-overs, receipts, corrections and what is wrong."""

import argparse
from collections.abc import Iterator
from typing import Any

from workbench.cli import custody_stock
from workbench.cli.exhibit_lines import entry_line, fault_line, pairs_of
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import custody, exhibits
from workbench.services.custody import Party
from workbench.services.rows import ExhibitRow, FaultRow

EXIT_FAULTY = 3
_TEXTS = ("place", "purpose", "seal_before", "seal_after", "condition")
Verbs = Any


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    verbs = commands.add_parser("custody", help="custody of exhibits, and what is wrong with it").add_subparsers(
        metavar="VERB", required=True
    )
    _looking(verbs, common)
    _recording(verbs, common)
    _giving(verbs, common)
    _mending(verbs, common)
    custody_stock.add(verbs, common)


def _looking(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    shown = verbs.add_parser("show", parents=[common], help="the custody record of an exhibit, and its faults")
    shown.add_argument("case")
    shown.add_argument("exhibit")
    shown.set_defaults(run=_show)
    checked = verbs.add_parser(
        "check", parents=[common],
        help="every gap and contradiction of a case; ends with 3 if one is not explained",
    )  # fmt: skip
    checked.add_argument("case")
    checked.add_argument("exhibit", nargs="?", default="")
    checked.add_argument("--language", default="en", metavar="TAG", help="of the sentences")
    checked.set_defaults(run=_check)


def _recording(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    recorded = verbs.add_parser("record", parents=[common], help="add any entry, as it was written")
    _exhibit(recorded)
    kinds = ", ".join(kind for kind in exhibits.CUSTODY_KINDS if kind != "explained")
    recorded.add_argument("--kind", required=True, help=kinds)
    recorded.add_argument("--from", dest="from_whom", default="", metavar="NAME", help="who gives it or works on it")
    recorded.add_argument("--to", dest="to_whom", default="", metavar="NAME", help="who takes it")
    recorded.add_argument("--store", default="", help="the place it goes to, instead of a person")
    recorded.add_argument("--with-parts", action="store_true", help="its parts go the same way")
    _entry(recorded)
    recorded.set_defaults(run=_record)


def _giving(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    given = verbs.add_parser("hand-over", parents=[common], help="record that it changed hands, with both parties")
    _exhibit(given)
    given.add_argument("--kind", default="handed_over", choices=custody.GIVEN)
    _party(given, "from")
    _party(given, "to")
    given.add_argument("--awaiting", action="store_true", help="sent; «receive» closes it")
    given.add_argument("--to-store", action="store_true", help="whoever takes it is a place")
    given.add_argument("--with-parts", action="store_true", help="its parts go the same way")
    _entry(given)
    given.set_defaults(run=_hand_over)
    received = verbs.add_parser("receive", parents=[common], help="confirm that what was sent arrived")
    _exhibit(received)
    _party(received, "to")
    received.add_argument("--seal", default="", help="as it is read on arrival")
    _entry(received)
    received.set_defaults(run=_receive)


def _mending(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    corrected = verbs.add_parser("correct", parents=[common], help="correct an entry by another; both stay")
    _exhibit(corrected)
    corrected.add_argument("entry", type=int, help="its number in the custody record")
    corrected.add_argument("--reason", required=True, metavar="TEXT")
    corrected.add_argument("--kind")
    corrected.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE}")
    corrected.add_argument("--written-no", type=int, metavar="N")
    corrected.add_argument("--void", action="store_true", help="the entry belongs to another exhibit")
    corrected.add_argument(
        "--set", dest="changes", action="append", default=[], metavar="NAME=VALUE",
        help="for instance seal_after=55120 or to_whom=NAME; may be repeated",
    )  # fmt: skip
    corrected.set_defaults(run=_correct)
    explained = verbs.add_parser("explain", parents=[common], help="explain a fault in writing; it stays visible")
    _exhibit(explained)
    explained.add_argument("fault", help="as «check» names it, for instance seal_mismatch:2")
    explained.add_argument("--text", required=True)
    explained.set_defaults(run=_explain)


def _exhibit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case")
    parser.add_argument("exhibit", help="its number in the case")


def _entry(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    for key in _TEXTS:
        parser.add_argument(f"--{key.replace('_', '-')}", default="")
    parser.add_argument("--written-no", type=int, metavar="N", help="number of the entry on paper")
    parser.add_argument(
        "--detail", action="append", default=[], metavar="NAME=VALUE",
        help="witness, order, count, weight, amount, package, temperature, photos …; may be repeated",
    )  # fmt: skip


def _party(parser: argparse.ArgumentParser, side: str) -> None:
    parser.add_argument(f"--{side}", dest=f"{side}_whom", required=True, metavar="NAME")
    parser.add_argument(f"--{side}-rank", default="")
    parser.add_argument(f"--{side}-badge", default="")
    parser.add_argument(f"--{side}-signed", default="yes", choices=custody.SIGNATURES)


def _party_of(args: argparse.Namespace, side: str) -> Party:
    told = vars(args)
    return Party(*(str(told[f"{side}_{part}"]) for part in ("whom", "rank", "badge", "signed")))


def _told(args: argparse.Namespace, *without: str) -> dict[str, Any]:
    told = {key: getattr(args, key) for key in _TEXTS if key not in without}
    return told | {"at": moment(args.at), "written_no": args.written_no, "detail": pairs_of(args.detail)}


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    return _said(output, exhibits.exhibit(session.desk, args.case, args.exhibit))


def _check(session: Session, args: argparse.Namespace, output: Output) -> int:
    found = [one for one in custody.faults_of_case(session.desk, args.case) if args.exhibit in ("", one.exhibit)]
    if args.exhibit:
        exhibits.exhibit(session.desk, args.case, args.exhibit)
    told = [custody.said(one, args.language, custody.zone(session.desk)) for one in found]
    lines = [fault_line(one, *words) for one, words in zip(found, told, strict=True)]
    output.result(list(_as_rows(found, told)), lines or ["No gap and no contradiction."])
    return EXIT_FAULTY if any(not one.explained for one in found) else 0


def _as_rows(found: list[FaultRow], told: list[tuple[str, str]]) -> Iterator[dict[str, object]]:
    for one, (title, sentence) in zip(found, told, strict=True):
        yield {
            "exhibit": one.exhibit, "fault": one.ref, "key": one.key, "entry": one.seq, "other_entry": one.other_seq,
            "facts": one.facts, "title": title, "sentence": sentence, "explained": one.explained,
            "explanation": one.explanation,
        }  # fmt: skip


def _record(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = custody.record(
        session.desk, args.case, args.exhibit, kind=args.kind, from_whom=args.from_whom, to_whom=args.to_whom,
        store=args.store, with_parts=args.with_parts, **_told(args),
    )  # fmt: skip
    return _said(output, row)


def _hand_over(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = custody.hand_over(
        session.desk, args.case, args.exhibit, giver=_party_of(args, "from"), taker=_party_of(args, "to"),
        kind=args.kind, awaiting=args.awaiting, to_store=args.to_store, with_parts=args.with_parts, **_told(args),
    )  # fmt: skip
    return _said(output, row)


def _receive(session: Session, args: argparse.Namespace, output: Output) -> int:
    told = _told(args, "purpose", "seal_before")
    row = custody.confirm_receipt(
        session.desk, args.case, args.exhibit, taker=_party_of(args, "to"), seal=args.seal or args.seal_before, **told
    )
    return _said(output, row)


def _correct(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = custody.correct(
        session.desk, args.case, args.exhibit, args.entry, reason=args.reason, kind=args.kind, at=moment(args.at),
        written_no=args.written_no, void=args.void, changes=pairs_of(args.changes),
    )  # fmt: skip
    return _said(output, row)


def _explain(session: Session, args: argparse.Namespace, output: Output) -> int:
    return _said(output, custody.explain(session.desk, args.case, args.exhibit, args.fault, args.text))


def _said(output: Output, row: ExhibitRow) -> int:
    """The record as it stands now, with its faults under it."""
    where = f"with {row.holder}" if row.holder else "held by nobody named"
    if row.ended or row.awaiting:
        where = "returned or destroyed" if row.ended else f"on its way to {row.holder}, no receipt yet"
    lines = [f"{row.number}  {row.kind}  {row.description}: {where}", *map(entry_line, row.custody)]
    for one in row.faults:
        lines.append(fault_line(one, *custody.said(one, "en", "UTC")))
    output.result(row, lines)
    return 0
