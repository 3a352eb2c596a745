"""The desk: an unlocked vault with somebody signed in. No desk, no data."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, event, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, UOWTransaction

from workbench.clock import Clock
from workbench.disk import megabytes
from workbench.errors import Broken, Fault, Reason, Refusal, WorkbenchError
from workbench.i18n import ltr
from workbench.models import AuditEntry, Record
from workbench.models.declarative import written
from workbench.names import forget
from workbench.security import ALLOWED, Act, may
from workbench.security.act_labels import LABELS
from workbench.security.acts import ROLE_LABELS
from workbench.security.chain import Head, seal
from workbench.security.keys import purpose
from workbench.store.fingerprint import fingerprint
from workbench.store.headfile import HeadFile
from workbench.store.settings import station
from workbench.store.station import Station
from workbench.store.world import World

Kept = TypeVar("Kept", bound=Record)
# Machines set their clock by a few seconds now and then; that is no doubt.
_SLACK = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is signed in."""

    user_id: str
    name: str
    role: str


@dataclass
class Desk:
    """The only way to what the vault keeps: ``act`` to write, ``reading`` to read, ``drafting`` for what is typed."""

    folder: Path
    engine: Engine
    master: bytearray
    actor: Actor
    station_id: str
    world: World
    head_file: HeadFile
    head: Head
    release: Callable[[], None]
    boot: str = ""
    training: bool = False
    latest_at: datetime | None = None  # the newest moment the log has seen
    listeners: list[Callable[[Act, str | None], None]] = field(default_factory=list)
    closed: bool = False

    @property
    def role(self) -> str:
        return self.actor.role

    @property
    def clock(self) -> Clock:
        return self.world.clock

    @property
    def station(self) -> Station:
        """The station this vault belongs to, as set at present."""
        with self.reading() as session:
            return station(session)

    def new_id(self) -> str:
        return self.world.ids.new()

    def key(self, name: str, *, salt: bytes | None = None) -> bytes:
        """The key for one purpose, derived from the vault's master key."""
        return purpose(bytes(self.master), name, salt=salt)

    @property
    def clock_doubted(self) -> bool:
        """Whether this machine's clock stands before what the log has already seen: then no time is trusted."""
        return self.latest_at is not None and self.clock.now() < self.latest_at - _SLACK

    def may(self, act: Act) -> bool:
        """Whether the person signed in may do the act."""
        return may(self.role, act)

    def require(self, act: Act) -> None:
        """Refuse an act that the role of the person signed in does not include."""
        if not self.may(act):
            raise Refusal(
                Reason.NOT_ALLOWED,
                act=LABELS[act],
                roles=tuple(ROLE_LABELS[role] for role in sorted(ALLOWED[act])),
            )

    @contextlib.contextmanager
    def act(
        self, act: Act, case_id: str | None = None, *, subject: str = "", reason: str = ""
    ) -> Iterator[Session]:
        """One act: its changes and its log entry are committed together, or neither is.

        The entry names each row written and its hash, so that a later change of a row shows.
        """
        self.require(act)
        storable(subject)
        storable(reason)
        with told_of_database(), Writing(self.engine, expire_on_commit=False) as session:
            with session.begin():
                yield session
                session.flush()
                head = self._append(session, act, case_id, subject, reason)
            self.head = head
            self.latest_at = max(self.latest_at or self.clock.now(), self.clock.now())
            self.head_file.write(head)
        for listen in self.listeners:
            listen(act, case_id)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading; whatever it changes is thrown away."""
        with told_of_database(), self.engine.connect().execution_options(reading=True) as connection:
            with Session(connection, autoflush=False) as session:
                yield session
                # Let go of what was read before the rollback, which would empty it.
                session.expunge_all()

    @contextlib.contextmanager
    def drafting(self) -> Iterator[Session]:
        """A session for drafts: saved as they are typed, not logged, because they are not record yet."""
        with told_of_database(), Drafting(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def stamp(self, row: Kept) -> Kept:
        """The row with its id, moment, author and station filled in."""
        row.id = row.id or self.new_id()
        row.created_at = self.clock.now()
        row.created_by = self.actor.user_id
        row.station_id = self.station_id
        return row

    def close(self) -> None:
        """Sign out, bring the database into one file, flush the head, wipe the key, and let the next one in."""
        if self.closed:
            return
        self.closed = True
        try:
            with self.act(Act.SIGN_OUT):
                pass
            self.checkpoint()
            self.head_file.write(self.head, durable=True)
        finally:
            self.engine.dispose()
            self.master[:] = bytes(len(self.master))
            # Names that were compared are remembered for speed, and for no longer than the vault is open.
            forget()
            self.release()

    def checkpoint(self) -> None:
        """Move the write-ahead log into the database: one flipped bit in the log could drop what follows it."""
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            # What went wrong first is what must be told, not what went wrong because of it.
            with contextlib.suppress(WorkbenchError):
                self.close()

    def _append(self, session: "Writing", act: Act, case_id: str | None, subject: str, reason: str) -> Head:
        entry = {
            "id": self.new_id(),
            "at": written(self.clock.now()),
            "mono": int(self.clock.monotonic() * 1000),
            "boot": self.boot,
            "user": self.actor.user_id,
            "name": self.actor.name,
            "role": self.actor.role,
            "station": self.station_id,
            "act": act.value,
            "case": case_id,
            "subject": subject,
            "reason": reason,
            "rows": [[table, row_id, hashed] for (table, row_id), hashed in session.written.items()],
        }
        body, head = seal(self.head, entry)
        # Past the mapper: an entry is written at every act and never read back here.
        row = {"seq": head.size, "digest": head.digest, "act": act.value, "case_id": case_id, "body": body}
        session.connection().execute(_ENTRY, row)
        return head


class Writing(Session):
    """The session of an act: remembers the fingerprint of each row as it is written."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.written: dict[tuple[str, str], str] = {}


class Drafting(Session):
    """The session for drafts: refuses to write anything else."""


def storable(text: str) -> None:
    """Refuse a text that no file can keep: half a character, or the sign that ends a text in many programs."""
    if "\x00" in text or any("\ud800" <= one <= "\udfff" for one in text):
        raise Refusal(Reason.TEXT_HIDDEN)


@event.listens_for(Writing, "before_flush")
def _all_storable(session: Writing, _context: UOWTransaction, _instances: object) -> None:
    for row in [*session.new, *session.dirty]:
        for value in vars(row).values():
            if isinstance(value, str):
                storable(value)


@event.listens_for(Writing, "after_flush")
def _remember(session: Writing, _context: UOWTransaction) -> None:
    for row in [*session.new, *session.dirty]:
        session.written[row.__tablename__, row.id] = fingerprint(row)


@event.listens_for(Drafting, "before_flush")
def _only_drafts(session: Session, _context: UOWTransaction, _instances: object) -> None:
    changed = [*session.new, *session.dirty, *session.deleted]
    if any(row.__tablename__ != "step_draft" for row in changed):
        raise Fault("draft-door")


_ENTRY = insert(AuditEntry)


@contextlib.contextmanager
def told_of_database() -> Iterator[None]:
    """Turn what the database says of a failure into something a person can act on."""
    try:
        yield
    except UnicodeEncodeError:
        raise Refusal(Reason.TEXT_HIDDEN) from None
    except (DBAPIError, driver.Error) as error:
        said = str(getattr(error, "orig", error))
        if "full" in said or "disk I/O error" in said:
            raise Refusal(Reason.DISK_FULL, needed=megabytes(0)) from error
        if "readonly" in said or "unable to open" in said:
            raise Refusal(Reason.NOT_WRITABLE, path=ltr("vault.db")) from error
        if "locked" in said:
            raise Refusal(Reason.VAULT_OPEN_ELSEWHERE, who="?", since="?") from error
        # A page of a full-text table that no longer opens is a broken page like any other.
        if "malformed" in said or "not a database" in said or "vtable constructor failed" in said:
            raise Broken(Reason.VAULT_DAMAGED) from error
        raise
