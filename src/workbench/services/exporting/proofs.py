"""What proves to strangers that records stand in the log: its entries, their place in the tree, a checkpoint."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import AuditEntry, Record
from workbench.security import merkle, signing
from workbench.security.checkpoint import checkpoint, verifier_key
from workbench.store import Desk

_PURPOSE = "sign"


@dataclass(frozen=True, slots=True)
class StationKey:
    """The key with which a station signs the state of its log: the line for machines, and what people compare."""

    line: str
    fingerprint: str


@dataclass(frozen=True)
class Proven:
    """Entries of the log with their proofs, and the checkpoint that they lead to."""

    entries: Sequence[dict[str, object]]
    checkpoint: str
    size: int
    root: str


def station_key(desk: Desk) -> StationKey:
    """The public half of the station's key. It comes from the vault's master key: no file of its own can be lost."""
    private = _private(desk)
    return StationKey(verifier_key(private, _name(desk)), signing.fingerprint(signing.public_of(private)))


def current_checkpoint(desk: Desk) -> str:
    """The state of the log as it is now, signed: who keeps it can tell later whether history was changed."""
    with desk.reading() as session:
        return _signed(desk, _tree(session))


def prove(desk: Desk, session: Session, case_id: str, records: Iterable[Record], last: int) -> Proven:
    """The entries that wrote these records, and the one numbered ``last``, each with its proof."""
    wanted = {(row.__tablename__, row.id) for row in records}  # type: ignore[attr-defined]
    found: dict[int, bytes] = {}
    rows = select(AuditEntry.seq, AuditEntry.body).where(AuditEntry.case_id == case_id).order_by(AuditEntry.seq)
    for seq, body in session.execute(rows.execution_options(yield_per=1000)):
        if seq == last or any((table, row_id) in wanted for table, row_id, _ in json.loads(body)["rows"]):
            found[seq] = body
    tree = _tree(session)
    entries = [
        {"seq": seq, "entry": body.decode(), "path": [one.hex() for one in tree.proof(seq - 1)]}
        for seq, body in found.items()
    ]  # fmt: skip
    return Proven(entries, _signed(desk, tree), tree.size, tree.root.hex())


def _tree(session: Session) -> merkle.Tree:
    digests = session.scalars(select(AuditEntry.digest).order_by(AuditEntry.seq).execution_options(yield_per=10_000))
    return merkle.Tree(bytes.fromhex(one) for one in digests)


def _signed(desk: Desk, tree: merkle.Tree) -> str:
    return checkpoint(_private(desk), _name(desk), tree.size, tree.root)


def _private(desk: Desk) -> signing.PrivateKey:
    return signing.key_from(desk.key(_PURPOSE))


def _name(desk: Desk) -> str:
    return f"workbench/station/{desk.station_id}"
