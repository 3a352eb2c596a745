"""``pack new``: the beginning of a procedure."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import TAGS
from workbench.services import authoring


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to ``pack``."""
    new = verbs.add_parser("new", parents=[common], help="begin a procedure: a small pack that explains itself")
    new.add_argument("folder", metavar="DIR", help="a new folder")
    new.add_argument("--key", required=True, metavar="KEY", help="its name for the program, for instance iq-tip")
    new.add_argument("--kind", required=True, choices=("tip", "som"), help="trafficking in persons, or smuggling")
    new.add_argument("--title", required=True, metavar="TEXT")
    new.add_argument(
        "--languages", nargs="+", default=[], metavar="TAG", help=f"some of {', '.join(TAGS)} (all)"
    )
    new.set_defaults(run=_new)


def _new(session: Session, args: argparse.Namespace, output: Output) -> int:
    title = args.title.strip()
    if not title:
        raise Refusal(Reason.OPTION_NEEDED, option="--title")
    tags = [tag for word in args.languages for tag in word.split(",") if tag]
    files = authoring.new_pack(Path(args.folder), key=args.key, kind=args.kind, title=title, languages=tags)
    lines = [
        f"Pack begun in {args.folder}:", *(f"  {name}" for name in files),
        "Read pack.yaml and phases/N01.yaml first: they say how to go on. Look for mistakes with",
        f"  workbench pack check {args.folder}",
    ]  # fmt: skip
    output.result({"folder": args.folder, "files": files}, lines)
    return 0
