"""``search``: people however their names are written, numbers, exhibits, steps and cases; names stay hidden."""

import argparse

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.i18n import language, plain
from workbench.services import search
from workbench.services.hits import Hit


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add the command to the parser."""
    asked = commands.add_parser("search", parents=[common], help="find people, numbers, exhibits, steps and cases")
    asked.add_argument("text")
    asked.add_argument("--case", default="", help="only in this case")
    asked.add_argument("--strictness", choices=sorted(search.STRICTNESS), default="usual")
    asked.add_argument("--limit", type=int, default=search.LIMIT)
    asked.set_defaults(run=_search)


def _search(session: Session, args: argparse.Namespace, output: Output) -> int:
    hits = search.search(
        session.desk, args.text, strictness=args.strictness, limit=args.limit, case=args.case or None
    )
    output.result([_told(hit) for hit in hits], [_line(hit) for hit in hits] or ["Nothing was found."])
    return 0


def _told(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind, "case": hit.case_number, "ref": hit.ref, "field": hit.field, "score": hit.score,
        "reasons": [plain(why.say(language("en"))) for why in hit.reasons], "initials": hit.initials,
        "excerpt": hit.excerpt,
    }  # fmt: skip


def _line(hit: Hit) -> str:
    why = "; ".join(one.say(language("en")) for one in hit.reasons)
    return "  ".join(filter(None, (f"{hit.score:3}", hit.kind, hit.case_number, hit.ref, hit.field, hit.excerpt, why)))
