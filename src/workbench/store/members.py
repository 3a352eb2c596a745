"""Who may sign in: the slot in the keys file, the row in the database and the log agree, or the slot is nobody's.

The slot is written before the row and its log entry, so a way in that was cut short shows as a slot without a row.
"""

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import isolate
from workbench.models import AuditEntry, Member
from workbench.security import Act
from workbench.security.slots import Slot
from workbench.store import keysfile
from workbench.store.keysfile import Keys

if TYPE_CHECKING:
    from workbench.store.desk import Actor, Desk

_WROTE_KEYS = (Act.VAULT_CREATE.value, Act.USER_ADD.value)


def require(session: Session, who: "Actor | Slot") -> None:
    """Refuse somebody whose slot opens but whom the database does not know by this name and role."""
    if not _known(session, who):
        raise Refusal(Reason.USER_UNFINISHED, name=isolate(who.name))


def logged_keys(session: Session) -> str:
    """The fingerprint of the keys file as the log saw it written last; empty if it never did."""
    wanted = select(AuditEntry.body).where(AuditEntry.act.in_(_WROTE_KEYS))
    newest = session.scalars(wanted.order_by(AuditEntry.seq.desc()).limit(1)).first()
    return str(json.loads(newest)["subject"]).split(" ")[0] if newest else ""


def before_unfinished(desk: "Desk") -> Keys | None:
    """The keys as they were before an addition that was cut short; None if there was none.

    Slots that the database does not know are left alone unless the rest is what the log saw written: then it was
    no interruption, and the check of the vault says so.
    """
    kept = keysfile.read(desk.folder)
    with desk.reading() as session:
        before = replace(kept, slots=tuple(slot for slot in kept.slots if _known(session, slot)))
        # The log is only searched when there is something to find: it may be long.
        if before == kept or before.fingerprint != logged_keys(session):
            return None
    return before


def put_right(desk: "Desk") -> None:
    """Take back an addition that was cut short; the log says so before it is done."""
    before = before_unfinished(desk)
    if before is None:
        return
    dropped = [slot.name for slot in keysfile.read(desk.folder).slots if slot not in before.slots]
    with desk.act(Act.USER_UNDO, subject=", ".join(dropped)):
        pass
    keysfile.take_back(desk.folder, before)


def _known(session: Session, who: "Actor | Slot") -> bool:
    row = session.get(Member, who.user_id)
    return row is not None and (row.name, row.role) == (who.name, who.role)
