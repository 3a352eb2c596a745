"""``pack list``, ``pack check``: the packs that are here, and what is wrong with one."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import packs


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to ``pack``."""
    listed = verbs.add_parser("list", parents=[common], help="the packs that come with the program")
    listed.set_defaults(run=_list)
    checked = verbs.add_parser("check", parents=[common], help="find what is wrong in the folder of a pack")
    checked.add_argument("path", metavar="PATH")
    checked.set_defaults(run=_check)


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = [packs.summary(key) for key in packs.shipped_keys()]
    output.result(
        rows, [f"{row['key']} {row['version']}: {row['title']}, {row['steps']} steps" for row in rows]
    )
    return 0


def _check(session: Session, args: argparse.Namespace, output: Output) -> int:
    findings = packs.check(Path(args.path))
    lines = [f"{f.file}:{f.line}: {f.message} {f.remedy}" for f in findings]
    output.result(findings, lines or ["Nothing is wrong with this pack."])
    return 1 if any(finding.level == "error" for finding in findings) else 0
