"""Adding an exhibit: numbered once, with the details of its kind and the first entry of its custody."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.evidence.doubts import notes as read_notes
from workbench.fields import check, clean, given
from workbench.fields.problems import ProblemKind
from workbench.i18n import N_, ltr, visible
from workbench.models import Case, CustodyEvent, Exhibit
from workbench.security import Act
from workbench.services import texts
from workbench.services.evidence_rows import ExhibitRow
from workbench.services.exhibits.listing import row_of
from workbench.services.exhibits.numbering import MOST, check_scene, next_number, next_part
from workbench.services.exhibits.rules import kind_of
from workbench.services.finding import case_of, exhibit_of
from workbench.store import Desk
from workbench.store.settings import settings

# Before it a year is a slip of the hand or of another calendar.
EARLIEST = 1900


def add_exhibit(
    desk: Desk, case: str, *, kind: str, description: str, number: str = "", seized_at: datetime | None = None,
    seized_place: str = "", found_by: str = "", seized_by: str = "", seal_number: str = "", condition: str = "",
    parent: str = "", scene: str = "", detail: Mapping[str, object] | None = None,
    received_at: datetime | None = None, received_from: str = "", written_no: int | None = None,
) -> ExhibitRow:  # fmt: skip
    """Register an exhibit under the next number (or the one it already carries), with its first custody event.

    ``parent`` is the number of what it is a part of, ``scene`` the letter of where it was found, ``detail`` the
    answers to the questions of its kind. What is missing there is listed as still needed and refused nowhere.
    What was not seized was received: when and from whom. ``written_no`` is the number of that entry on paper.
    """
    now = desk.clock.now()
    description, scene = texts.several_lines(description), check_scene(scene)
    _check(kind, description, number, seized_at or received_at, now)
    with desk.reading() as session:
        found = case_of(session, case)
        answers = detail_of(kind, detail or {}, settings(session)["zone"])
        above = exhibit_of(session, found.id, parent) if parent else None
    with desk.act(Act.EXHIBIT_ADD, found.id, subject=number) as session:
        number = _number(session, found, number, scene, parent)
        exhibit = desk.stamp(
            Exhibit(
                case_id=found.id, number=number, kind=kind, description=description, seized_at=seized_at,
                seized_place=texts.one_line(seized_place), found_by=texts.one_line(found_by),
                seized_by=texts.one_line(seized_by), seal_number=texts.one_line(seal_number),
                condition=texts.several_lines(condition), parent=parent or None,
                scene=scene or (above.scene if above else None) or None, detail=answers or None,
            )
        )  # fmt: skip
        session.add(exhibit)
        session.flush()
        first = _first(exhibit, desk.actor.name, received_at or now)
        first.from_whom, first.written_no = texts.one_line(received_from, 200), written_no
        session.add(desk.stamp(first))
    with desk.reading() as session:
        return row_of(session, exhibit_of(session, found.id, number), now)


def detail_of(kind: str, detail: Mapping[str, object], zone: str) -> dict[str, object]:
    """The details as they are kept. Raises ``Refusal`` for what has no such question or not the shape of an answer."""
    fields = kind_of(kind).fields
    wrong = check(fields, detail, aliases=(), exhibits=(), final=False, zone=zone)
    wrong += [
        one for one in check(fields, detail, aliases=(), exhibits=(), final=True, zone=zone)
        if one.kind in (ProblemKind.NOT_AN_OPTION, ProblemKind.NEEDS_TRUTH)
    ]  # fmt: skip
    for one in wrong:
        if one.kind is ProblemKind.UNKNOWN_FIELD:
            known = ltr(", ".join(field.key for field in fields))
            raise Refusal(Reason.EXHIBIT_DETAIL_UNKNOWN, detail=ltr(visible(one.field)), known=known)
        raise Refusal(Reason.EXHIBIT_DETAIL_WRONG, detail=ltr(one.field), what=one.say)
    return clean(fields, detail, zone=zone)


def measured(kind: str, detail: Mapping[str, object]) -> dict[str, str]:
    """What was counted, weighed and added up at the seizure, as the custody record compares it."""
    found = {"count": str(detail["count"])} if given(detail.get("count")) else {}
    if kind == "money":
        pieces = sum(number for _, number in read_notes(str(detail.get("notes") or ""))[0])
        found |= {"count": str(pieces)} if pieces and "count" not in found else {}
        if given(detail.get("total")):
            found["amount"] = f"{detail['total']} {detail.get('currency') or ''}".strip()
    elif kind == "drug" and given(detail.get("gross")):
        found["weight"] = f"{detail['gross']} {detail.get('unit') or ''}".strip()
    return found


def _number(session: Session, case: Case, number: str, scene: str, parent: str) -> str:
    taken = set(session.scalars(select(Exhibit.number).where(Exhibit.case_id == case.id)))
    if number in taken:
        raise Refusal(Reason.EXHIBIT_WRONG, problem=N_("this number is already taken in the case"))
    if parent:
        number = number or next_part(parent, taken)
        if len(number) > MOST:
            raise Refusal(Reason.EXHIBIT_WRONG, problem=N_("the number by the station's pattern is too long"))
        return number
    pattern = str(settings(session)["exhibit_pattern"])
    return number or next_number(pattern, case=case.number, scene=scene, taken=taken)


def _first(exhibit: Exhibit, actor: str, received_at: datetime) -> CustodyEvent:
    return CustodyEvent(
        exhibit_id=exhibit.id, seq=1, kind="seized" if exhibit.seized_at else "received",
        at=exhibit.seized_at or received_at, place=exhibit.seized_place, from_whom="",
        to_whom=exhibit.seized_by or actor, purpose="", seal_before="", seal_after=exhibit.seal_number,
        condition=exhibit.condition, detail=measured(exhibit.kind, exhibit.detail or {}) or None,
    )  # fmt: skip


def _check(kind: str, description: str, number: str, seized_at: datetime | None, now: datetime) -> None:
    problem = ""
    if kind not in terms.EXHIBITS:
        problem = N_("the kind is not one of those offered")
    elif not description:
        problem = N_("the description is missing")
    elif number and not (number.isascii() and number.isprintable() and len(number) <= MOST):
        problem = N_("the number holds characters that cannot be printed safely")
    elif seized_at and seized_at.year < EARLIEST:
        problem = N_("the time of seizure is not possible")
    elif seized_at and seized_at > now:
        problem = N_("the time of seizure lies in the future")
    if problem:
        raise Refusal(Reason.EXHIBIT_WRONG, problem=problem)
