"""``pack receive``, ``editions``, ``move``, ``trust``: procedures that arrive, and whose word they have."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import editions, keys
from workbench.services.editions import EditionRow, Incoming, MoveView

_WORDS = {
    "signed": "signed by {signer}", "shipped": "came with the program, not signed",
    "trusted": "not signed by a known key; trusted by {signer}", "withdrawn": "its key is no longer trusted ({signer})",
    "unknown_key": "signed by a key that nobody trusts here", "unsigned": "not signed",
}  # fmt: skip


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to ``pack``."""
    received = verbs.add_parser("receive", parents=[common], help="keep a procedure that came on a stick")
    received.add_argument("path", metavar="FILE.wbpack", help="a pack file, or a folder")
    received.add_argument("--look", action="store_true", help="only show whose it is and what it would change")
    received.add_argument("--trust", default="", metavar="REASON", help="keep it although no trusted key signed it")
    received.set_defaults(run=_receive)
    listed = verbs.add_parser("editions", parents=[common], help="the procedures that are kept here")
    listed.set_defaults(run=_editions)
    moved = verbs.add_parser("move", parents=[common], help="let running cases follow another edition")
    moved.add_argument("edition", metavar="DIGEST", help="the beginning of its digest, eight characters or more")
    which = moved.add_mutually_exclusive_group(required=True)
    which.add_argument("--case", metavar="CASE")
    which.add_argument("--all", action="store_true", help="every open case that follows another edition of it")
    moved.add_argument("--look", action="store_true", help="only show what would become of the case")
    moved.add_argument("--reason", default="")
    moved.set_defaults(run=_move)
    trust = verbs.add_parser("trust", help="the keys that are trusted here").add_subparsers(required=True)
    known = trust.add_parser("list", parents=[common], help="every key that was ever trusted here")
    known.set_defaults(run=_keys)
    added = trust.add_parser("add", parents=[common], help="trust an authority's key, as administrator")
    added.add_argument("path", metavar="FILE.wbkey")
    added.add_argument("--reason", required=True, help="how its fingerprint was compared with the authority")
    added.set_defaults(run=_trust)
    gone = trust.add_parser("withdraw", parents=[common], help="no longer trust a key")
    gone.add_argument("fingerprint")
    gone.add_argument("--reason", required=True)
    gone.set_defaults(run=_withdraw)


def _receive(session: Session, args: argparse.Namespace, output: Output) -> int:
    path = Path(args.path)
    if args.look:
        found = editions.look_at(session.desk, path, "en")
        output.result(_plain(found), _incoming(found))
        return 0
    row = editions.receive(session.desk, path, trust_reason=args.trust)
    output.result(row, [f"Kept: {_line(row)}", "Running cases stay where they are until they are moved."])
    return 0


def _editions(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = editions.list_editions(session.desk, "en")
    output.result(rows, [_line(row) for row in rows])
    return 0


def _move(session: Session, args: argparse.Namespace, output: Output) -> int:
    if args.look and args.case:
        view = editions.look_ahead(session.desk, args.case, args.edition)
        output.result(_moved(view), _move_lines(view))
        return 0
    if args.all:
        numbers = editions.move_all(session.desk, args.edition, args.reason)
        output.result({"moved": numbers}, [f"Moved: {number}" for number in numbers] or ["No case had to be moved."])
        return 0
    row = editions.move_case(session.desk, args.case, args.edition, args.reason)
    output.result(row, [f"{row.number} follows {row.pack_key} {row.pack_version}."])
    return 0


def _keys(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = keys.list_keys(session.desk)
    output.result(rows, [f"{r.fingerprint}  {r.name}  {r.state}" for r in rows] or ["No key is trusted here."])
    return 0


def _trust(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = keys.trust_key(session.desk, Path(args.path), args.reason)
    output.result(row, [f"Trusted: {row.name}, {row.fingerprint}"])
    return 0


def _withdraw(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = keys.withdraw_key(session.desk, args.fingerprint, args.reason)
    output.result(row, [f"No longer trusted: {row.name}, {row.fingerprint}"])
    return 0


def _line(row: EditionRow) -> str:
    cases = f", {len(row.cases)} open cases" if row.cases else ""
    newest = ", for new cases" if row.newest else ""
    word = _WORDS[row.trust].format(signer=row.signer)
    return f"{row.digest[:12]}  {row.key} {row.version} ({row.steps} steps): {word}{cases}{newest}"


def _plain(found: Incoming) -> dict[str, object]:
    return {
        "standing": found.standing, "signer": found.signer, "fingerprint": found.fingerprint, "key": found.pack.key,
        "version": found.pack.version, "digest": found.pack.digest, "issued_on": found.issued_on, "note": found.note,
        "against": found.against, "known": found.known, "older": found.older, "changes": found.changes,
        "cases": [_moved(view) for view in found.moves],
    }  # fmt: skip


def _incoming(found: Incoming) -> list[str]:
    lines = [
        f"{found.pack.key} {found.pack.version}: {_WORDS[found.standing].format(signer=found.signer)}",
        *([f"Fingerprint of the key: {found.fingerprint}"] if found.fingerprint else []),
        *(["It was kept here before, and another edition took its place since."] if found.older else []),
    ]
    if found.changes is not None:
        parts = (("new", found.changes.added), ("removed", found.changes.removed), ("moved", found.changes.moved))
        lines += [f"{name}: {', '.join(keys)}" for name, keys in parts if keys]
        lines += [f"changed: {key} ({', '.join(what)})" for key, what in found.changes.changed.items()]
    return lines + [line for view in found.moves for line in _move_lines(view)]


def _moved(view: MoveView) -> dict[str, object]:
    return {"case": view.number, "migration": view.migration}


def _move_lines(view: MoveView) -> list[str]:
    found = view.migration
    parts = (
        ("appear", found.changes.appeared), ("fall away", found.changes.fell_away),
        ("stay as recorded, and are asked otherwise now", found.stays_as_recorded),
        ("recorded, and gone from the procedure", found.gone_recorded), ("drafts to look at", found.drafts),
    )  # fmt: skip
    said = [f"  {name}: {', '.join(keys)}" for name, keys in parts if keys]
    return [f"{view.number}: {len(found.stays)} records stay the same", *said]
