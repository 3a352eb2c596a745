"""``pack keys``, ``pack sign``, ``pack verify``: whose hand a procedure is from."""

import argparse
from datetime import date
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import authoring
from workbench.services.authoring import PackFileRow

_NOT_SHOWN = 1


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to ``pack``."""
    keys = verbs.add_parser("keys", help="the keys that an authority signs with").add_subparsers(required=True)
    made = keys.add_parser("make", parents=[common], help="make a pair; --passphrase-file closes the private key")
    made.add_argument("--out", required=True, metavar="FILE", help="the private key; the public one lies beside it")
    made.add_argument("--name", required=True, metavar="AUTHORITY", help="the name as it stands on its papers")
    made.set_defaults(run=_make)
    signed = verbs.add_parser("sign", parents=[common], help="write a pack as one signed file, if it passes the check")
    signed.add_argument("folder", metavar="DIR")
    signed.add_argument("--key", required=True, metavar="FILE", help="the private key; --passphrase-file opens it")
    signed.add_argument("--out", required=True, metavar="FILE.wbpack")
    signed.add_argument("--previous", metavar="PATH", help="the edition that it replaces: a pack file or a folder")
    signed.add_argument("--issued-on", type=date.fromisoformat, metavar="YYYY-MM-DD")
    signed.add_argument("--note", default="", metavar="TEXT", help="what the authority says about this edition")
    signed.set_defaults(run=_sign)
    verified = verbs.add_parser("verify", parents=[common], help="what a pack file holds, and who signed it")
    verified.add_argument("path", metavar="FILE")
    verified.add_argument("--key", metavar="FILE.wbkey", help="the public key that it should be signed with")
    verified.set_defaults(run=_verify)


def _make(session: Session, args: argparse.Namespace, output: Output) -> int:
    made = authoring.make_keys(Path(args.out), name=args.name, passphrase=session.passphrase)
    lines = [
        f"Private key: {made.private}. It stays with the authority, under its passphrase; keep a copy in a safe.",
        f"Public key: {made.public}. Give it to the stations.",
        f"Fingerprint: {made.fingerprint}. Let them compare it with you by phone or on paper.",
    ]
    output.result(made, lines)
    return 0


def _sign(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = authoring.sign_pack(
        Path(args.folder), Path(args.key), session.passphrase, Path(args.out),
        previous=Path(args.previous) if args.previous else None, issued_on=args.issued_on, note=args.note,
    )  # fmt: skip
    output.result(row, [f"Signed: {args.out}", *_told(row)])
    return 0


def _verify(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = authoring.verify_pack(Path(args.path), Path(args.key) if args.key else None)
    output.result(row, [_by(row), *_told(row)])
    # Whoever goes on only if this holds must not go on with a pack that shows nobody's hand, or another one.
    return _NOT_SHOWN if row.state == "unsigned" or row.matches is False else 0


def _by(row: PackFileRow) -> str:
    if row.state == "unsigned":
        return "Not signed: nobody answers for this pack."
    if row.matches:
        return f"Signed by {row.authority}, and whole."
    if row.matches is False:
        return "Whole, but NOT signed with the key that was given."
    return "Signed, and whole. By whom, only the fingerprint tells: compare it with the authority's."


def _told(row: PackFileRow) -> list[str]:
    lines = [
        f"{row.key} {row.version} ({row.kind}): {row.title}",
        f"{row.phases} phases, {row.steps} steps, in {', '.join(row.languages)}",
        f"Digest: {row.digest}",
    ]
    said = (
        ("Fingerprint of the key", row.fingerprint), ("Replaces", row.previous), ("Issued on", row.issued_on),
        ("Note", row.note),
    )  # fmt: skip
    return lines + [f"{name}: {value}" for name, value in said if value]
