"""Mending a custody record without touching it: an entry corrected by another, a fault explained in writing."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.evidence.chain import EXPLAINED
from workbench.i18n import ltr, visible
from workbench.models import CustodyEvent, Exhibit
from workbench.security import Act
from workbench.services import texts
from workbench.services.custody.party import details, moment, offset
from workbench.services.evidence_rows import ExhibitRow
from workbench.services.exhibits.listing import row_of
from workbench.services.finding import case_id_of, exhibit_of
from workbench.store import Desk

TEXTS = ("place", "from_whom", "to_whom", "purpose", "seal_before", "seal_after", "condition")
_MOST = {"from_whom": 200, "to_whom": 200, "seal_before": 60, "seal_after": 60}


def correct(
    desk: Desk, case: str, exhibit: str, seq: int, *, reason: str, kind: str | None = None,
    at: datetime | None = None, written_no: int | None = None, void: bool = False,
    changes: Mapping[str, str] | None = None,
) -> ExhibitRow:  # fmt: skip
    """Correct an entry by one that stands in its place; both stay visible. ``void``: it belongs to another exhibit.

    ``changes`` are texts (``to_whom``, ``seal_after`` …) and details (``count``, ``witness`` …) by name.
    """
    reason = _needed(reason)
    with desk.reading() as session:
        one = exhibit_of(session, case_id_of(session, case), exhibit)
        wrong = _entry(session, one, seq)
    texts_now = {key: getattr(wrong, key) for key in TEXTS}
    more: dict[str, str] = {}
    for key, value in (changes or {}).items():
        if key in TEXTS:
            texts_now[key] = texts.one_line(value, _MOST[key]) if key in _MOST else texts.several_lines(value)
        else:
            more[key] = value
    stayed_on = wrong.seal_before == wrong.seal_after and "seal_before" in (changes or {})
    if stayed_on and "seal_after" not in (changes or {}):
        # A seal that stayed on is one and the same: what was misread before was misread after.
        texts_now["seal_after"] = texts_now["seal_before"]
    if kind is not None and (kind not in terms.CUSTODY or kind == EXPLAINED):
        known = ltr(", ".join(one for one in terms.CUSTODY if one != EXPLAINED))
        raise Refusal(Reason.CUSTODY_KIND_UNKNOWN, kind=ltr(visible(kind)), kinds=known)
    then = moment(at, desk.clock.now()) if at else wrong.at
    kept = {key: value for key, value in (wrong.detail or {}).items() if key not in (*more, "reason")}
    kept |= details(more) | {"reason": reason} | ({"void": True} if void else {})
    kept |= {"offset": offset(then)} if at else {}
    made = CustodyEvent(
        exhibit_id=one.id, kind=kind or wrong.kind, at=then, written_no=written_no or wrong.written_no, detail=kept,
        corrects_id=wrong.id, **texts_now,
    )  # fmt: skip
    with desk.act(Act.CUSTODY_CORRECT, one.case_id, subject=f"{exhibit} {seq}", reason=reason) as session:
        made.seq = _highest(session, one) + 1
        session.add(desk.stamp(made))
    return _row(desk, one)


def explain(desk: Desk, case: str, exhibit: str, fault: str, text: str) -> ExhibitRow:
    """Explain a fault in writing: ``fault`` is its ref (``seal_mismatch:2``). It stays, shown as explained."""
    text = _needed(text)
    with desk.reading() as session:
        one = exhibit_of(session, case_id_of(session, case), exhibit)
        row = row_of(session, one, desk.clock.now())
    found = next((each for each in row.faults if each.ref == fault), None)
    if found is None:
        known = ltr(", ".join(each.ref for each in row.faults)) or "–"
        raise Refusal(Reason.CUSTODY_FAULT_UNKNOWN, fault=ltr(visible(fault)), known=known)
    with desk.act(Act.CUSTODY_EXPLAIN, one.case_id, subject=f"{exhibit} {fault}", reason=text) as session:
        session.add(
            desk.stamp(
                CustodyEvent(
                    exhibit_id=one.id, seq=_highest(session, one) + 1, kind=EXPLAINED, at=desk.clock.now(), place="",
                    from_whom=desk.actor.name, to_whom="", purpose=text, seal_before="", seal_after="", condition="",
                    detail={"explains": [found.key, found.seq]},
                )
            )
        )  # fmt: skip
    return _row(desk, one)


def _needed(text: str) -> str:
    kept = texts.several_lines(text)
    if not kept:
        raise Refusal(Reason.REASON_NEEDED)
    return kept


def _entry(session: Session, one: Exhibit, seq: int) -> CustodyEvent:
    """The entry of this number, if it still counts and is no explanation."""
    found = session.scalar(select(CustodyEvent).where(CustodyEvent.exhibit_id == one.id, CustodyEvent.seq == seq))
    if found is None or found.kind == EXPLAINED:
        raise Refusal(Reason.CUSTODY_ENTRY_UNKNOWN, entry=seq, exhibit=ltr(one.number))
    later = session.scalar(select(CustodyEvent.seq).where(CustodyEvent.corrects_id == found.id))
    if later is not None:
        raise Refusal(Reason.CUSTODY_CORRECTED, entry=seq, later=later)
    return found


def _highest(session: Session, one: Exhibit) -> int:
    return session.scalar(select(func.max(CustodyEvent.seq)).where(CustodyEvent.exhibit_id == one.id)) or 0


def _row(desk: Desk, one: Exhibit) -> ExhibitRow:
    with desk.reading() as session:
        return row_of(session, exhibit_of(session, one.case_id, one.number), desk.clock.now())
