"""Organisations, places, vehicles, accounts and journeys of a case; a correction is a newer record of the same ref."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.models import Entity
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of
from workbench.services.world.rows import EntityRow
from workbench.store import Desk

LABEL_LIMIT = 300
_KEY_LIMIT = 40


def add_entity(
    desk: Desk, case: str, *, kind: str, label: str, source: str, detail: Mapping[str, str] | None = None,
    note: str = "",
) -> EntityRow:  # fmt: skip
    """Record an entity under the next ref. ``source`` is who or what says so.

    Raises ``Refusal`` for an unknown kind, or without a label or a source.
    """
    kept = _kept(kind, label, source, detail or {}, note)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    with desk.act(Act.ENTITY_ADD, case_id, subject=kind) as session:
        taken = session.scalars(select(Entity.ordinal).where(Entity.case_id == case_id))
        ordinal = max(taken, default=0) + 1
        ref = f"N-{ordinal:02}"
        session.add(_stamped(desk, case_id, ref, ordinal, kept, None))
    return one_entity(desk, case_id, ref)


def correct_entity(
    desk: Desk, case: str, ref: str, *, reason: str, label: str | None = None, source: str | None = None,
    detail: Mapping[str, str] | None = None, note: str | None = None,
) -> EntityRow:  # fmt: skip
    """Correct or complete an entity; what is not given (None) stays, and the earlier record is kept.

    Raises ``Refusal`` without a reason, or if the case has none of this ref.
    """
    why = texts.several_lines(reason)
    if not why:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        old = _entity_of(session, case_id, ref)
    kept = _kept(
        old.kind, old.label if label is None else label, old.source if source is None else source,
        old.detail if detail is None else detail, old.note if note is None else note,
    )  # fmt: skip
    with desk.act(Act.ENTITY_CORRECT, case_id, subject=ref, reason=why) as session:
        session.add(_stamped(desk, case_id, ref, old.ordinal, kept, old.id))
    return one_entity(desk, case_id, ref)


def list_entities(desk: Desk, case: str) -> list[EntityRow]:
    """The entities of a case in the order of their refs, each in its newest correction."""
    with desk.reading() as session:
        return [_row(one) for one in newest_entities(session, case_id_of(session, case))]


def one_entity(desk: Desk, case_id: str, ref: str) -> EntityRow:
    """One entity. Raises ``Refusal`` if the case has none of this ref."""
    with desk.reading() as session:
        return _row(_entity_of(session, case_id, ref))


def newest_entities(session: Session, case_id: str) -> list[Entity]:
    """The entities of a case, each in its newest correction."""
    rows = session.scalars(
        select(Entity).where(Entity.case_id == case_id).order_by(Entity.created_at, Entity.id)
    )
    newest = {row.ref: row for row in rows}
    return sorted(newest.values(), key=lambda row: row.ordinal)


def _entity_of(session: Session, case_id: str, ref: str) -> Entity:
    for entity in newest_entities(session, case_id):
        if entity.ref == ref:
            return entity
    raise Refusal(Reason.ENTITY_UNKNOWN, ref=ltr(ref))


def _kept(kind: str, label: str, source: str, detail: Mapping[str, str], note: str) -> EntityRow:
    """What will be kept, checked. Raises ``Refusal``."""
    if kind not in terms.ENTITIES:
        raise _wrong(N_("the kind is not one of those offered"))
    row = EntityRow(
        "", kind, texts.one_line(label), texts.several_lines(source), texts.several_lines(note),
        {texts.one_line(key, _KEY_LIMIT): texts.one_line(value) for key, value in detail.items() if value.strip()},
    )  # fmt: skip
    if not row.label:
        raise _wrong(N_("it needs a word by which it is known"))
    if len(row.label) > LABEL_LIMIT:
        raise _wrong(N_("its name is longer than 300 characters"))
    if not row.source:
        raise _wrong(N_("say who or what it is known from"))
    return row


def _wrong(problem: str) -> Refusal:
    return Refusal(Reason.ENTITY_WRONG, problem=problem)


def _stamped(
    desk: Desk, case_id: str, ref: str, ordinal: int, kept: EntityRow, corrects: str | None
) -> Entity:
    return desk.stamp(
        Entity(
            case_id=case_id, ref=ref, ordinal=ordinal, kind=kept.kind, label=kept.label, detail=dict(kept.detail),
            note=kept.note, source=kept.source, corrects_id=corrects,
        )
    )  # fmt: skip


def _row(one: Entity) -> EntityRow:
    return EntityRow(
        one.ref, one.kind, one.label, one.source, one.note,
        {str(key): str(value) for key, value in one.detail.items()}, one.created_at, one.created_by,
    )  # fmt: skip
