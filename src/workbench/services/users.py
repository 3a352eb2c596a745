"""The people of a station: who may sign in, and how somebody else is given a way in."""

import contextlib
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from workbench.errors import Broken, Reason, Refusal, WorkbenchError
from workbench.i18n import isolate, ltr, visible
from workbench.models import Member
from workbench.security import ROLES, Act, keys
from workbench.security.acts import ROLE_LABELS
from workbench.security.passphrase import accept
from workbench.security.slots import Slot
from workbench.store import Desk, keysfile, members
from workbench.store.cost import measured
from workbench.store.keysfile import Keys

NAME_LIMIT = 80
# Letters that two keyboards write in two ways and everybody reads as one.
_ONE_LETTER = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "أ": "ا", "إ": "ا", "آ": "ا"})
# Controls, marks of direction, half characters, private and unassigned ones, separators of lines.
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_JOINERS = "\u0640\u200c"  # they move letters together or apart and are no letters


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody who may sign in, since when, and who let them."""

    user_id: str
    name: str
    role: str
    since: datetime
    by: str


def list_users(desk: Desk) -> tuple[MemberRow, ...]:
    """Who may sign in here, in the order in which they were added."""
    slots = keysfile.read(desk.folder).slots
    with desk.reading() as session:
        known = {row.id: row for row in session.scalars(select(Member))}
    names = {user_id: row.name for user_id, row in known.items()}
    return tuple(
        MemberRow(row.id, row.name, row.role, row.created_at, names.get(row.created_by, ""))
        for slot in slots
        if (row := known.get(slot.user_id)) is not None
    )


def add_user(desk: Desk, *, name: str, role: str, passphrase: str) -> MemberRow:
    """Give somebody a way in under a passphrase of their own; whoever holds the desk is named in the log.

    The keys file is written inside the act, before it is committed: see decision 0011.
    """
    desk.require(Act.USER_ADD)
    name = _name(name)
    if role not in ROLES:
        raise Refusal(
            Reason.USER_ROLE_UNKNOWN, role=ltr(visible(role)), roles=tuple(ROLE_LABELS[one] for one in ROLES)
        )
    accept(passphrase)
    members.put_right(desk)
    kept = _kept(desk, name)
    slot = _slot(desk, name, role, passphrase)
    made = replace(kept, slots=(*kept.slots, slot))
    try:
        with desk.act(Act.USER_ADD, subject=f"{made.fingerprint} {role} {name}") as session:
            session.add(desk.stamp(Member(id=slot.user_id, name=name, role=role)))
            session.flush()
            keysfile.write(desk.folder, made)
    except BaseException:
        # Nothing was committed, so the log has nothing to tell; what cannot be taken back now is at the next sign-in.
        with contextlib.suppress(WorkbenchError):
            if (before := members.before_unfinished(desk)) is not None:
                keysfile.take_back(desk.folder, before)
        raise
    return next(row for row in list_users(desk) if row.user_id == slot.user_id)


def _kept(desk: Desk, name: str) -> Keys:
    """The keys as they are. Refuses a name that is taken, and keys that the log would be made to vouch for."""
    kept = keysfile.read(desk.folder)
    with desk.reading() as session:
        if members.logged_keys(session) != kept.fingerprint:
            raise Broken(Reason.KEYS_DAMAGED)
        taken = {_folded(one) for one in session.scalars(select(Member.name))}
    if _folded(name) in taken | {slot.user_id for slot in kept.slots}:
        raise Refusal(Reason.USER_NAME_TAKEN, name=isolate(name))
    return kept


def _slot(desk: Desk, name: str, role: str, passphrase: str) -> Slot:
    return keys.close_slot(
        bytes(desk.master), passphrase, vault_id=desk.station_id, user_id=desk.new_id(), name=name, role=role,
        cost=desk.world.cost or measured(desk.clock),
    )  # fmt: skip


def _name(text: str) -> str:
    """The name as it is kept: one line, composed. Raises ``Refusal`` if something in it does not show."""
    # The joiner that Kurdish and Persian keyboards have is part of how a name is written.
    hidden = any(unicodedata.category(one) in _HIDDEN and one != "\u200c" for one in text)
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if hidden or len(name) > NAME_LIMIT or not any(one.isalnum() for one in name):
        raise Refusal(Reason.USER_NAME_WRONG, most=NAME_LIMIT)
    return name


def _folded(name: str) -> str:
    """The name as people read it: two that fold to one could pass for each other in the log."""
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_ONE_LETTER)
    kept = (one for one in folded if one not in _JOINERS and unicodedata.category(one) != "Mn")
    return " ".join("".join(kept).split())
