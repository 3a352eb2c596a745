"""Trust: whose word stands behind a procedure."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import AuthorityKey, PackTrust

# Came with the program; signed by a trusted key; trusted by an administrator alone; signed by a key withdrawn since.
SHIPPED, SIGNED, TRUSTED, WITHDRAWN = "shipped", "signed", "trusted", "withdrawn"
# From the word that weighs least to the one that weighs most.
WEIGHT = (WITHDRAWN, TRUSTED, SHIPPED, SIGNED)


@dataclass(frozen=True, slots=True)
class Trust:
    """Why a procedure may be used here: a state, who signed or trusted it, and the fingerprint of the key."""

    state: str = SHIPPED
    signer: str = ""
    fingerprint: str = ""


def keys(session: Session) -> Mapping[str, AuthorityKey]:
    """The newest word on each key, by its fingerprint."""
    rows = session.scalars(select(AuthorityKey).order_by(AuthorityKey.created_at, AuthorityKey.id))
    return {row.fingerprint: row for row in rows}


def trusted(session: Session, fingerprint: str) -> AuthorityKey | None:
    """The key of this fingerprint, if it is trusted now."""
    found = keys(session).get(fingerprint)
    return found if found is not None and found.state == TRUSTED else None


def trust_of(session: Session, pack_id: str) -> Trust:
    """Whose word stands behind a stored pack; one that nothing was said of came with the program."""
    row = session.scalar(
        select(PackTrust)
        .where(PackTrust.pack_id == pack_id)
        .order_by(PackTrust.created_at.desc(), PackTrust.id.desc())
        .limit(1)
    )
    if row is None:
        return Trust()
    state = row.state
    if state == SIGNED and trusted(session, row.fingerprint) is None:
        state = WITHDRAWN
    return Trust(state, row.signer, row.fingerprint)
