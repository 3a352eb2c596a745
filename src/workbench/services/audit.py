"""The log: shown, and held against what it says was written."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import AuditEntry, Base
from workbench.security.chain import Break, Link, check
from workbench.services.finding import case_id_of
from workbench.services.rows import AuditRow
from workbench.store import Desk, members
from workbench.store.fingerprint import UNTRACKED, fingerprint

MOST_SHOWN = 1_000_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check of the log found; ``problem`` is empty if everything holds."""

    ok: bool
    entries: int
    head: str
    problem: str


def verify(desk: Desk) -> Verdict:
    """Hold the chain against its head, and every kept row against the hash the log has of it."""
    with desk.reading() as session:
        found = check(_links(session), desk.head_file.read())
        if isinstance(found, Break):
            return Verdict(False, desk.head.size, desk.head.digest, f"log: entry {found.seq}: {found.what}")
        problem = _rows_problem(session)
    return Verdict(not problem, found.size, found.digest, problem)


def show(desk: Desk, case: str | None = None, *, limit: int = 200) -> list[AuditRow]:
    """The newest entries of the log, or of one case, newest first."""
    with desk.reading() as session:
        wanted = select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(max(0, min(limit, MOST_SHOWN)))
        if case is not None:
            wanted = wanted.where(AuditEntry.case_id == case_id_of(session, case))
        return [_row(entry) for entry in session.scalars(wanted)]


def keys_fingerprint(desk: Desk) -> str:
    """The fingerprint of the keys file as the log saw it written last."""
    with desk.reading() as session:
        return members.logged_keys(session)


def _row(entry: AuditEntry) -> AuditRow:
    body = json.loads(entry.body)
    return AuditRow(
        entry.seq, datetime.fromisoformat(body["at"]), body["name"], entry.act, entry.case_id or "",
        body["subject"], body["reason"], entry.digest,
    )  # fmt: skip


def _links(session: Session) -> Iterator[Link]:
    rows = session.execute(
        select(AuditEntry.seq, AuditEntry.body, AuditEntry.digest)
        .order_by(AuditEntry.seq)
        .execution_options(yield_per=1000)
    )
    for seq, body, digest in rows:
        # Another tool may have written text where we write bytes; that too is looked at, not stumbled over.
        yield Link(seq, body if isinstance(body, bytes) else str(body).encode(), str(digest))


def _rows_problem(session: Session) -> str:
    """The first row that is not as the log last saw it written: changed, taken away, or put in beside it."""
    logged: dict[tuple[str, str], str] = {}
    for link in _links(session):
        for table, row_id, hashed in json.loads(link.body)["rows"]:
            logged[table, row_id] = hashed
    for mapper in Base.registry.mappers:
        table = mapper.local_table.name  # type: ignore[attr-defined]
        if table in UNTRACKED:
            continue
        for row in session.scalars(select(mapper.class_)):
            kept = logged.pop((table, row.id), None)
            if kept is None:
                return f"{table}: a row is not in the log ({row.id})"
            if kept != fingerprint(row):
                return f"{table}: a row was changed ({row.id})"
    if logged:
        table, row_id = next(iter(logged))
        return f"{table}: a row is gone ({row_id})"
    return ""
