"""``pack booklet``: a whole procedure as a paper."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.i18n import DEFAULT, TAGS
from workbench.services import booklets


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add this verb to ``pack``."""
    made = verbs.add_parser("booklet", parents=[common], help="print a pack as a booklet (PDF)")
    made.add_argument("pack", metavar="PACK", help="the key of a pack that is here, a folder, or a pack file")
    made.add_argument("--language", default=DEFAULT, metavar="TAG", help=", ".join(TAGS))
    made.add_argument("--digits", choices=("locale", "latin"), default="locale")
    made.add_argument("--key", metavar="FILE.wbkey", help="the public key that a pack file should be signed with")
    made.add_argument("--out", required=True, metavar="FILE.pdf")
    made.set_defaults(run=_make)


def _make(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = booklets.make(
        args.pack, args.language, Path(args.out), key=Path(args.key) if args.key else None, digits=args.digits,
        world=session.world,
    )  # fmt: skip
    said = f"{row.key} {row.version}: {args.out} ({row.pages} pages, SHA-256 {row.sha256}); {row.trust}"
    output.result(row, [said])
    return 0
