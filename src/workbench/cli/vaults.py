"""``vault`` and ``audit``: make, check, back up; show and verify the log."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.security.acts import FIRST_ROLES
from workbench.services import audit, vaults

EXIT_BROKEN = 3


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    vault = commands.add_parser("vault", help="make, check or back up a vault").add_subparsers(required=True)
    create = vault.add_parser("create", parents=[common], help="make a station's vault in an empty folder")
    create.add_argument("--station", required=True, metavar="NAME")
    create.add_argument("--jurisdiction", choices=vaults.JURISDICTIONS, default="iq")
    create.add_argument(
        "--role", choices=FIRST_ROLES, default="supervisor",
        help="the role of the first person, who adds the others with «user add»",
    )  # fmt: skip
    create.add_argument("--training", action="store_true", help="mark everything as training")
    create.set_defaults(run=_create)
    check = vault.add_parser("check", parents=[common], help="check every page, entry, row and sealed file")
    check.set_defaults(run=_check)
    backup = vault.add_parser(
        "backup", parents=[common], help="copy the vault, still encrypted, to a new folder"
    )
    backup.add_argument("target", metavar="DIR")
    backup.set_defaults(run=_backup)
    log = commands.add_parser("audit", help="show or verify the log").add_subparsers(required=True)
    verify = log.add_parser("verify", parents=[common], help="hold the log and every row against each other")
    verify.set_defaults(run=_verify)
    show = log.add_parser("show", parents=[common], help="the newest entries")
    show.add_argument("--case")
    show.add_argument("--limit", type=int, default=50)
    show.set_defaults(run=_show)


def _create(session: Session, args: argparse.Namespace, output: Output) -> int:
    if not args.station.strip():
        raise Refusal(Reason.OPTION_NEEDED, option="--station")
    vaults.create_vault(
        session.folder, station=args.station, jurisdiction=args.jurisdiction, user=session._word("user"),
        role=args.role, passphrase=session.passphrase, training=args.training, world=session.world,
    )  # fmt: skip
    output.result({"vault": str(session.folder)}, [f"Vault made in {session.folder}."])
    return 0


def _check(session: Session, args: argparse.Namespace, output: Output) -> int:
    health = vaults.check_vault(session.desk)
    said = "Everything holds" if health.ok else f"Broken: {health.problem or ', '.join(health.broken_files)}"
    output.result(health, [f"{said}: {health.entries} log entries, {health.files} sealed files."])
    return 0 if health.ok else EXIT_BROKEN


def _backup(session: Session, args: argparse.Namespace, output: Output) -> int:
    target = vaults.backup_vault(session.desk, Path(args.target))
    output.result({"backup": str(target)}, [f"Backup in {target}. It opens with the same passphrases."])
    return 0


def _verify(session: Session, args: argparse.Namespace, output: Output) -> int:
    verdict = audit.verify(session.desk)
    said = "The log holds" if verdict.ok else f"The log is broken: {verdict.problem}"
    output.result(verdict, [f"{said}: {verdict.entries} entries, head {verdict.head}."])
    return 0 if verdict.ok else EXIT_BROKEN


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = audit.show(session.desk, args.case, limit=args.limit)
    output.result(
        rows, [f"{r.seq:6} {r.at:%Y-%m-%d %H:%M:%S} {r.actor}: {r.act} {r.subject} {r.reason}" for r in rows]
    )
    return 0
