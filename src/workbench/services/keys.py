"""Keys of authorities: trusted and withdrawn by an administrator, each time with a reason."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.models import AuthorityKey
from workbench.security import Act
from workbench.security.keyfiles import text_of
from workbench.services import texts
from workbench.services.authoring import authority_in
from workbench.services.cases import members
from workbench.services.trust import TRUSTED, WITHDRAWN, keys
from workbench.store import Desk


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key that was trusted here; ``state`` is trusted or withdrawn."""

    fingerprint: str
    name: str
    state: str
    by: str
    at: datetime
    reason: str


def list_keys(desk: Desk) -> tuple[KeyRow, ...]:
    """The keys that were ever trusted here, each as it stands."""
    with desk.reading() as session:
        names = members(session)
        return tuple(
            KeyRow(
                one.fingerprint, one.name, one.state, names.get(one.created_by, ""), one.created_at, one.reason
            )
            for one in keys(session).values()
        )


def trust_key(desk: Desk, path: Path, reason: str) -> KeyRow:
    """Trust the key in an authority's ``*.wbkey`` file: what it signs is taken as the authority's word."""
    desk.require(Act.KEY_TRUST)
    authority = authority_in(path)
    return _put(desk, authority.fingerprint, text_of(authority.public), authority.name, TRUSTED, reason)


def withdraw_key(desk: Desk, fingerprint: str, reason: str) -> KeyRow:
    """No longer trust a key; what it signed is shown as such from now on, and opens no new case."""
    desk.require(Act.KEY_TRUST)
    with desk.reading() as session:
        known = keys(session).get(_spaced(fingerprint))
    if known is None:
        raise Refusal(Reason.KEY_UNKNOWN, fingerprint=ltr(fingerprint))
    return _put(desk, known.fingerprint, known.public, known.name, WITHDRAWN, reason)


def _put(desk: Desk, fingerprint: str, public: str, name: str, state: str, reason: str) -> KeyRow:
    reason = texts.several_lines(reason)
    if not reason:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.act(Act.KEY_TRUST, subject=f"{state} {fingerprint}", reason=reason) as session:
        session.add(
            desk.stamp(
                AuthorityKey(fingerprint=fingerprint, public=public, name=name, state=state, reason=reason)
            )
        )
    return next(one for one in list_keys(desk) if one.fingerprint == fingerprint)


def _spaced(fingerprint: str) -> str:
    """A fingerprint as it is shown, whatever was typed between its groups."""
    plain = "".join(fingerprint.split()).lower()
    return " ".join(plain[at : at + 4] for at in range(0, len(plain), 4))
