"""``entity`` and ``link``: what stands around the people of a case, and what ties one to another."""

import argparse

from workbench import terms
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import world
from workbench.services.world import EntityRow, LinkRow


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    _to_entities(commands.add_parser("entity", help="organisations, places, vehicles, accounts, journeys"), common)
    _to_links(commands.add_parser("link", help="links between people and entities, with source and days"), common)


def _to_entities(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    added = verbs.add_parser("add", parents=[common], help="record one under the next code")
    added.add_argument("case")
    added.add_argument("--kind", required=True, choices=sorted(terms.ENTITIES))
    added.add_argument("--label", required=True, help="by what it is known")
    added.add_argument("--source", required=True, help="who or what says so")
    added.add_argument("--detail", action="append", default=[], type=_detail, metavar="KEY=VALUE")
    added.add_argument("--note", default="")
    added.set_defaults(run=_add)
    corrected = verbs.add_parser("correct", parents=[common], help="correct what is known of one")
    corrected.add_argument("case")
    corrected.add_argument("ref")
    corrected.add_argument("--reason", required=True)
    for part in ("label", "source", "note"):
        corrected.add_argument(f"--{part}")
    corrected.add_argument("--detail", action="append", type=_detail, metavar="KEY=VALUE")
    corrected.set_defaults(run=_correct)
    listed = verbs.add_parser("list", parents=[common], help="all of a case")
    listed.add_argument("case")
    listed.set_defaults(run=_list)


def _to_links(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    added = verbs.add_parser("add", parents=[common], help="tie one to another: P-01 recruited_by P-06")
    added.add_argument("case")
    added.add_argument("a", metavar="FROM", help="a code: P-01 or N-01")
    added.add_argument("kind", choices=sorted(terms.LINKS))
    added.add_argument("b", metavar="TO")
    added.add_argument("--source", required=True, help="who or what says so")
    added.add_argument("--certainty", default="possible", choices=sorted(terms.CERTAINTIES))
    added.add_argument("--since", default="", metavar="DAY|MONTH|YEAR")
    added.add_argument("--until", default="", metavar="DAY|MONTH|YEAR")
    added.add_argument("--note", default="")
    added.set_defaults(run=_tie)
    ended = verbs.add_parser("end", parents=[common], help="record that a link ended")
    ended.add_argument("--until", default="", metavar="DAY|MONTH|YEAR")
    ended.add_argument("--source", required=True, help="who or what says so")
    ended.set_defaults(run=_end)
    withdrawn = verbs.add_parser("withdraw", parents=[common], help="record that a link was never so, and why")
    withdrawn.add_argument("--reason", required=True)
    withdrawn.set_defaults(run=_withdraw)
    for one in (ended, withdrawn):
        one.add_argument("case")
        one.add_argument("link", help="for instance L-01")
    listed = verbs.add_parser("list", parents=[common], help="the links of a case, or of one end")
    listed.add_argument("case")
    listed.add_argument("--of", default="", metavar="CODE")
    listed.add_argument("--withdrawn", action="store_true", help="those that were never so too")
    listed.set_defaults(run=_links)


def _detail(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    if not key.strip() or not value.strip():
        raise argparse.ArgumentTypeError("KEY=VALUE")
    return key.strip(), value.strip()


def _add(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = world.add_entity(
        session.desk, args.case, kind=args.kind, label=args.label, source=args.source, detail=dict(args.detail),
        note=args.note,
    )  # fmt: skip
    output.result(row, [_entity(row)])
    return 0


def _correct(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = world.correct_entity(
        session.desk, args.case, args.ref, reason=args.reason, label=args.label, source=args.source, note=args.note,
        detail=dict(args.detail) if args.detail else None,
    )  # fmt: skip
    output.result(row, [_entity(row)])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = world.list_entities(session.desk, args.case)
    output.result(rows, [_entity(row) for row in rows] or ["None yet."])
    return 0


def _tie(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = world.add_link(
        session.desk, args.case, a=args.a, kind=args.kind, b=args.b, source=args.source, certainty=args.certainty,
        since_on=args.since, until_on=args.until, note=args.note,
    )  # fmt: skip
    output.result(row, [_link(row)])
    return 0


def _end(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = world.end_link(session.desk, args.case, args.link, source=args.source, until_on=args.until)
    output.result(row, [_link(row)])
    return 0


def _withdraw(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = world.withdraw_link(session.desk, args.case, args.link, reason=args.reason)
    output.result(row, [_link(row)])
    return 0


def _links(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = world.list_links(session.desk, args.case, of=args.of, withdrawn=args.withdrawn)
    output.result(rows, [_link(row) for row in rows] or ["None yet."])
    return 0


def _entity(row: EntityRow) -> str:
    detail = "".join(f"  {key}: {value}" for key, value in row.detail.items())
    return f"{row.ref}  {terms.ENTITIES[row.kind]}  {row.label}{detail}"


def _link(row: LinkRow) -> str:
    days = f"  {row.since_on or '?'} to {row.until_on or 'now'}" if row.since_on or row.until_on else ""
    state = f"  [{row.state}]" if row.state != "stands" else ""
    return f"{row.ref}  {row.a} {terms.LINKS[row.kind]} {row.b}{days}  {terms.CERTAINTIES[row.certainty]}{state}"
