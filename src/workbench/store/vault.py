"""Vaults: made once, unlocked by a person, checked before anybody reads from them."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.disk import told
from workbench.errors import Broken, Reason, Refusal
from workbench.i18n import ltr
from workbench.models import AuditEntry, Member, Setting
from workbench.security import Act, keys
from workbench.security.chain import Head
from workbench.security.passphrase import accept
from workbench.security.slots import FLOOR
from workbench.store import connection, index, keysfile, lockfile, members
from workbench.store.cost import measured
from workbench.store.desk import Actor, Desk, storable, told_of_database
from workbench.store.headfile import NAME as HEAD
from workbench.store.headfile import HeadFile
from workbench.store.keysfile import Hint, Keys
from workbench.store.migrate import migrate
from workbench.store.tries import Tries
from workbench.store.world import World


@dataclass(frozen=True)
class Opening:
    """What a new vault is opened with: the station, and the first person who can sign in."""

    hint: Hint
    settings: dict[str, object]
    user: str
    role: str
    passphrase: str


def create(folder: Path, opening: Opening, world: World) -> None:
    """Make a vault in an empty folder. The keys file is written last: without it there is no vault."""
    accept(opening.passphrase)
    for text in (opening.user, opening.hint.station):
        storable(text)
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Refusal(Reason.VAULT_EXISTS, folder=ltr(str(folder)))
    vault_id, user_id = world.ids.new(), world.ids.new()
    master = keys.new_master_key()
    cost = world.cost or measured(world.clock)
    slot = keys.close_slot(
        master,
        opening.passphrase,
        vault_id=vault_id,
        user_id=user_id,
        name=opening.user,
        role=opening.role,
        cost=cost,
    )
    made = Keys(vault_id, opening.hint, (slot,))
    actor = Actor(user_id, opening.user, opening.role)
    try:
        with _desk(folder, master, made, actor, world, fresh=True) as desk:
            with desk.act(Act.VAULT_CREATE, subject=made.fingerprint) as session:
                session.add(desk.stamp(Member(id=user_id, name=opening.user, role=opening.role)))
                for key, value in opening.settings.items():
                    session.add(desk.stamp(Setting(key=key, value={"value": value})))
            keysfile.write(folder, made)
    except BaseException:
        # The folder was empty: what lies there now is half a vault, and would stand in the way of the next try.
        _empty(folder)
        raise


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_file():
            path.unlink()


def unlock(folder: Path, user: str, passphrase: str, world: World) -> Desk:
    """A desk for somebody who knows the passphrase. Raises ``Refusal`` or ``Broken`` and says why."""
    kept = keysfile.read(folder)
    tries = Tries(folder, world.clock)
    tries.allow()
    slot = next((slot for slot in kept.slots if user in (slot.name, slot.user_id)), None)
    if slot is None:
        keys.waste_a_guess(passphrase, kept.slots[0].cost if kept.slots else FLOOR)
    master = keys.open_slot(slot, passphrase, vault_id=kept.vault_id) if slot else None
    if slot is None or master is None:
        tries.failed()
        raise Refusal(Reason.PASSPHRASE_WRONG)
    desk = _desk(folder, master, kept, Actor(slot.user_id, slot.name, slot.role), world)
    try:
        members.put_right(desk)
        wrong_before = tries.succeeded()
        with desk.act(Act.SIGN_IN, subject=f"wrong tries before: {wrong_before}" if wrong_before else ""):
            pass
    except BaseException:
        desk.engine.dispose()
        desk.release()
        raise
    return desk


def _desk(
    folder: Path, master: bytes, kept: Keys, actor: Actor, world: World, *, fresh: bool = False
) -> Desk:
    release = lockfile.take(folder, actor.name, world.clock)
    engine = None
    try:
        path = folder / connection.NAME
        if not fresh:
            if not path.is_file():
                raise Broken(Reason.VAULT_DAMAGED)
            connection.refuse_plaintext(path)
        with told_of_database():
            if not fresh and path.stat().st_size < connection.PAGE:
                # A file without a page would be taken for a new database and filled.
                raise Broken(Reason.VAULT_DAMAGED)
            engine = connection.engine(path, keys.purpose(master, "db"))
            migrate(engine, folder, world.clock.now())
            connection.refuse_plaintext(path)
            with Session(engine) as session:
                found, latest_at = _head(session)
            index.follow(engine, found)
        head_file = HeadFile(folder / HEAD, keys.purpose(master, "head"))
        desk = Desk(
            folder=folder, engine=engine, master=bytearray(master), actor=actor, station_id=kept.vault_id,
            world=world, head_file=head_file, head=found, release=release, boot=world.ids.new(),
            training=kept.hint.training, latest_at=latest_at,
        )  # fmt: skip
        if not fresh:
            _compare(desk)
        return desk
    except BaseException:
        if engine is not None:
            engine.dispose()
        release()
        raise


def _head(session: Session) -> tuple[Head, datetime | None]:
    """Where the log stands, and the newest moment its last entries claim."""
    newest = session.execute(
        select(AuditEntry.seq, AuditEntry.digest, AuditEntry.body).order_by(AuditEntry.seq.desc()).limit(50)
    ).all()
    if not newest:
        return Head(), None
    moments = [datetime.fromisoformat(json.loads(row.body)["at"]) for row in newest]
    return Head(newest[0].seq, newest[0].digest), max(moments)


def _compare(desk: Desk) -> None:
    """Hold the log against its head outside the database: behind or different means that history was changed."""
    kept = desk.head_file.read()
    if kept is None:
        raise Broken(Reason.LOG_BROKEN, seq=desk.head.size)
    if kept.size > desk.head.size:
        raise Broken(Reason.LOG_BROKEN, seq=desk.head.size + 1)
    with desk.reading() as session:
        there = session.get(AuditEntry, kept.size)
        if kept.size and (there is None or there.digest != kept.digest):
            raise Broken(Reason.LOG_BROKEN, seq=kept.size)
        members.require(session, desk.actor)
    if kept.size < desk.head.size:
        # The power went between the commit and the head: the log is whole and ahead, and says so.
        with desk.act(Act.LOG_RESUMED, subject=f"{kept.size}..{desk.head.size}"):
            pass
