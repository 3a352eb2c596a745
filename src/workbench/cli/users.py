"""``user``: who may sign in here, and adding somebody."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session, passphrase_in
from workbench.security import ROLES
from workbench.security.acts import ROLE_DUTIES
from workbench.services import users


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    user = commands.add_parser("user", help="the people of this station").add_subparsers(required=True)
    listed = user.add_parser("list", parents=[common], help="who may sign in, since when, added by whom")
    listed.set_defaults(run=_list)
    added = user.add_parser(
        "add", parents=[common], help="let somebody else sign in",
        description="Lets somebody else sign in. The new person sits at this computer and types the first "
        "passphrase; nobody else needs to know it.",
    )  # fmt: skip
    added.add_argument("--name", required=True, help="as it will stand in the log; no two look the same")
    added.add_argument(
        "--role",
        required=True,
        choices=ROLES,
        help=" ".join(f"{role}: {ROLE_DUTIES[role]}" for role in ROLES),
    )
    added.add_argument(
        "--new-passphrase-file", required=True, metavar="FILE",
        help="a file whose first line is the new person's own passphrase; delete it afterwards",
    )  # fmt: skip
    added.set_defaults(run=_add)


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = users.list_users(session.desk)
    output.result(
        rows, [f"{row.name}: {row.role}, since {row.since:%Y-%m-%d}, added by {row.by}" for row in rows]
    )
    return 0


def _add(session: Session, args: argparse.Namespace, output: Output) -> int:
    passphrase = passphrase_in(Path(args.new_passphrase_file).expanduser())
    row = users.add_user(session.desk, name=args.name, role=args.role, passphrase=passphrase)
    output.result(row, [f"{row.name} may sign in as {row.role}. Delete {args.new_passphrase_file} now."])
    return 0
