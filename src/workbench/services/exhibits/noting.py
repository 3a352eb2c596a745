"""Notes on an exhibit: a correction of one field, a remark, a void number; what was written stays."""

from datetime import datetime

from sqlalchemy import select

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr, visible
from workbench.models import Exhibit, ExhibitNote
from workbench.security import Act
from workbench.services import texts
from workbench.services.evidence_rows import ExhibitRow
from workbench.services.exhibits.adding import detail_of
from workbench.services.exhibits.listing import CORRECTION, DETAIL, REMARK, TEXTS, VOID, corrected, row_of
from workbench.services.finding import case_id_of, exhibit_of
from workbench.store import Desk
from workbench.store.settings import settings


def correct_exhibit(desk: Desk, case: str, number: str, *, field: str, now: str, reason: str) -> ExhibitRow:
    """Correct one field (``seal_number``, ``detail.imei_1`` …); what stood there is kept beside it with the reason."""
    with desk.reading() as session:
        one = exhibit_of(session, case_id_of(session, case), number)
        notes = session.scalars(
            select(ExhibitNote).where(ExhibitNote.exhibit_id == one.id).order_by(ExhibitNote.created_at, ExhibitNote.id)
        ).all()
        zone = settings(session)["zone"]
    held, detail = corrected(one, notes)
    key = field.removeprefix(DETAIL)
    if field.startswith(DETAIL):
        now = _as_text(detail_of(held["kind"], {**detail, key: _as_answer(detail.get(key), now)}, zone).get(key, ""))
        was = _as_text(detail.get(key, ""))
    elif field in TEXTS:
        now, was = _checked(field, texts.several_lines(now), desk.clock.now()), held[field]
    else:
        raise Refusal(Reason.EXHIBIT_DETAIL_UNKNOWN, detail=ltr(visible(field)), known=ltr(", ".join(TEXTS)))
    return _note(desk, one, CORRECTION, field, was, now, reason)


def remark(desk: Desk, case: str, number: str, text: str) -> ExhibitRow:
    """Write something down about an exhibit."""
    with desk.reading() as session:
        one = exhibit_of(session, case_id_of(session, case), number)
    return _note(desk, one, REMARK, "", "", text, "")


def void_exhibit(desk: Desk, case: str, number: str, reason: str) -> ExhibitRow:
    """Declare a number void: it is listed as such, and never given again."""
    with desk.reading() as session:
        one = exhibit_of(session, case_id_of(session, case), number)
        require_valid(row_of(session, one, desk.clock.now()))
    return _note(desk, one, VOID, "", "", "", reason)


def require_valid(row: ExhibitRow) -> None:
    """Refuse to go on with an exhibit whose number is void."""
    if row.void:
        raise Refusal(Reason.EXHIBIT_VOID, exhibit=ltr(row.number))


def _note(desk: Desk, one: Exhibit, kind: str, field: str, was: str, now: str, reason: str) -> ExhibitRow:
    reason, now = texts.several_lines(reason), texts.several_lines(now)
    if not (now if kind == REMARK else reason):
        raise Refusal(Reason.REASON_NEEDED)
    with desk.act(Act.EXHIBIT_NOTE, one.case_id, subject=f"{one.number} {kind} {field}".strip(), reason=reason) as s:
        s.add(
            desk.stamp(ExhibitNote(exhibit_id=one.id, kind=kind, field=field, was=was, now=now, reason=reason))
        )
    with desk.reading() as session:
        return row_of(session, exhibit_of(session, one.case_id, one.number), desk.clock.now())


def _checked(field: str, text: str, now: datetime) -> str:
    if field == "kind" and text not in terms.EXHIBITS:
        raise Refusal(Reason.EXHIBIT_WRONG, problem=N_("the kind is not one of those offered"))
    if field == "description" and not text:
        raise Refusal(Reason.EXHIBIT_WRONG, problem=N_("the description is missing"))
    if field == "seized_at" and text:
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            raise Refusal(Reason.EXHIBIT_WRONG, problem=N_("the time of seizure is not possible")) from None
        if at.tzinfo is None or at > now:
            raise Refusal(Reason.EXHIBIT_WRONG, problem=N_("the time of seizure is not possible"))
    return text


def _as_answer(held: object, text: str) -> object:
    return [line.strip() for line in text.splitlines() if line.strip()] if isinstance(held, list) else text


def _as_text(value: object) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)
