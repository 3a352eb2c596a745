"""``intake read``: what is in files from telephones and people, read in a child with limits; it needs no vault."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.cli import intake_take
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal, explain
from workbench.i18n import language, plain, visible
from workbench.identity.phones import country_of
from workbench.services import reading_files
from workbench.services.reading_files import FileRead
from workbench.services.vaults import JURISDICTIONS

# These are told always, also where there are none.
COUNTS = ("messages", "calls", "contacts", "places", "payments", "pages")
EXIT_UNREAD = 1
_ENGLISH = language("en")


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    groups = commands.add_parser("intake", help="files read and taken in").add_subparsers(required=True)
    read = groups.add_parser(
        "read", parents=[common],
        help="read files, and whole folders, each in a child process with limits; nothing is kept",
    )  # fmt: skip
    read.add_argument("files", nargs="+", type=Path, metavar="FILE")
    read.add_argument("--items", action="store_true", help="tell every item too")
    read.add_argument(
        "--option", action="append", default=[], type=_option, metavar="KEY=VALUE",
        help="what a person chose: format=plain_text, region=AF for the country of telephone numbers, and the like",
    )  # fmt: skip
    read.set_defaults(run=_read)
    intake_take.add_to(groups, common)


def _read(session: Session, args: argparse.Namespace, output: Output) -> int:
    # Without a vault there is no station: its country is then that of the first place the program comes with.
    options = {"region": country_of(JURISDICTIONS[0]), **dict(args.option)}
    told: list[dict[str, Any]] = []
    unread = False
    for named, path in ((outer, inner) for outer in args.files for inner in reading_files.files_in(outer)):
        try:
            found = reading_files.read_file(path, options, follow=path == named)
            told.append(_told(found, with_items=args.items))
        except Refusal as refusal:
            if refusal.reason is Reason.CANCELLED:
                raise
            unread = True
            told.append(_unread(path, refusal))
    output.result(told, [line for one in told for line in _lines(one)] or ["There are no files."])
    return EXIT_UNREAD if unread else 0


def _option(word: str) -> tuple[str, str]:
    key, mark, value = word.partition("=")
    if not mark or not key:
        raise argparse.ArgumentTypeError("an option is KEY=VALUE")
    return key, value


def _told(read: FileRead, *, with_items: bool) -> dict[str, Any]:
    found = read.reading
    told = {
        "file": visible(read.name), "kind": found.format, "kind_label": reading_files.label(found, _ENGLISH),
        "sha256": read.sha256, "size": read.size,
        "counts": {**dict.fromkeys(COUNTS, 0), **found.counts}, "senders": dict(found.senders),
        "first": found.first, "last": found.last, "facts": dict(found.facts),
        "warnings": [
            {"key": key, "message": plain(sentence)} for key, sentence in reading_files.warned(found, _ENGLISH)
        ],
        "refused": None,
    }  # fmt: skip
    if found.refused:
        told["refused"] = {
            "key": found.refused.key, "message": plain(reading_files.refused(found, _ENGLISH)),
        }  # fmt: skip
    if with_items:
        told["items"] = list(map(_item, found.items))
    return told


def _unread(path: Path, refusal: Refusal) -> dict[str, Any]:
    sentence, remedy = map(plain, explain(refusal, _ENGLISH))
    return {
        "file": visible(str(path)), "kind": "", "kind_label": "", "sha256": None, "size": None,
        "counts": dict.fromkeys(COUNTS, 0), "senders": {}, "first": "", "last": "", "facts": {}, "warnings": [],
        "refused": {"key": refusal.reason.value, "message": f"{sentence} {remedy}"},
    }  # fmt: skip


def _item(item: reading_files.Item) -> dict[str, Any]:
    return {
        "kind": item.kind.value, "place": item.place, "at": item.at, "zone": item.zone, "sender": item.sender,
        "to": list(item.to), "text": item.text, "doubts": list(item.doubts), "detail": dict(item.detail),
    }  # fmt: skip


def _lines(told: dict[str, Any]) -> Iterator[str]:
    yield f"{told['file']}: {told['kind_label'] or 'not read'}"
    if told["sha256"]:
        yield f"    SHA-256 {told['sha256']}, {told['size']} bytes"
    counts = ", ".join(f"{count} {word}" for word, count in told["counts"].items() if count)
    if counts:
        yield f"    {counts}"
    if told["senders"]:
        yield "    from " + ", ".join(f"{_short(name)} ({count})" for name, count in _most(told["senders"]))
    if told["first"]:
        yield f"    {told['first']} to {told['last']}"
    yield from (f"    ! {one['message']}" for one in told["warnings"])
    if told["refused"]:
        yield f"    {told['refused']['message']}"
    for item in told.get("items", ()):
        parts = (item["at"], item["zone"], item["sender"], " ".join(item["text"].split()))
        yield f"    {item['place']}  {item['kind']}  " + "  ".join(part for part in parts if part)


def _most(senders: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(senders.items(), key=lambda one: -one[1])[:10]


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"
