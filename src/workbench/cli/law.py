"""``law``: the legal sources that come with the program, and what one of them says, in short."""

import argparse
from datetime import date

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.clock import SystemClock
from workbench.errors import Reason, Refusal
from workbench.i18n import TAGS, language, ltr, visible
from workbench.services import law
from workbench.services.vaults import JURISDICTIONS


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    then = argparse.ArgumentParser(add_help=False)
    then.add_argument("--on", default="", metavar="DAY", help="as it stood on a day like 2025-03-18 (today)")
    then.add_argument("--jurisdiction", choices=JURISDICTIONS, default="", help="only what holds there")
    then.add_argument("--language", choices=TAGS, default="en")
    groups = commands.add_parser("law", help="legal sources in short").add_subparsers(required=True)
    listed = groups.add_parser("list", parents=[common, then], help="the legal sources and how they stand")
    listed.set_defaults(run=_list)
    shown = groups.add_parser("show", parents=[common, then], help="what a source says, or one place of it")
    shown.add_argument("source", metavar="SOURCE")
    shown.add_argument("place", metavar="PLACE", nargs="?", default="", help="for instance «art 19(13)»")
    shown.set_defaults(run=_show)


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = law.sources(on=_day(session, args), jurisdiction=args.jurisdiction, tag=args.language)
    questions = law.open_questions(tag=args.language)
    lines = [f"{row.source}: {row.title} ({row.stands}; {row.marked})" for row in rows]
    lines += [f"? {question}" for question in questions]
    output.result({"sources": rows, "questions": questions}, lines)
    return 0


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    tag, then = args.language, {"on": _day(session, args), "jurisdiction": args.jurisdiction}
    rows = (
        law.provisions(args.source, args.place, tag=tag, **then)
        if args.place
        else law.every_place(args.source, tag=tag, **then)
    )
    questions = () if args.place else law.open_questions(args.source, tag=tag)
    only = language(tag).say(law.SUMMARY_ONLY)
    lines = [line for row in rows for line in _told(row)]
    lines += dict.fromkeys(row.note for row in rows if row.note)
    lines += [*(f"? {question}" for question in questions), only]
    output.result({"rows": rows, "questions": questions, "notice": only}, lines)
    return 0


def _told(row: law.LawRow) -> list[str]:
    place = f", {row.place}" if row.place else ""
    read = f": {'; '.join(row.read_in)}" if row.read_in else ""
    head = f"{row.title}{place} ({row.stands}; {row.marked}{read})"
    return [head, f"    {row.summary}"] if row.summary else [head]


def _day(session: Session, args: argparse.Namespace) -> date:
    if not args.on:
        clock = session.world.clock if session.world else SystemClock()
        return clock.now().date()
    try:
        return date.fromisoformat(args.on)
    except ValueError:
        raise Refusal(Reason.LAW_DAY, value=visible(args.on), day=ltr("2025-03-18")) from None
