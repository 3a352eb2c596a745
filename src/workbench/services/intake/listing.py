"""Takings-in as they stand: what is sealed is counted, not remembered."""

import json
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.models import Case, Exhibit, Intake, SealedFile
from workbench.services.cases import members
from workbench.services.finding import case_of
from workbench.services.intake.planning import NotTaken
from workbench.services.intake.rows import BEGUN, Duplicate, IntakeRow
from workbench.store import Desk


def list_intakes(desk: Desk, case: str) -> list[IntakeRow]:
    """The takings-in of a case in the order in which they were begun."""
    with desk.reading() as session:
        return intake_rows(session, case_of(session, case))


def show_intake(desk: Desk, case: str, ref: str) -> IntakeRow:
    """One taking-in. Raises ``Refusal`` if the case has none of this ref."""
    for row in list_intakes(desk, case):
        if row.ref == ref:
            return row
    raise Refusal(Reason.INTAKE_UNKNOWN, ref=ltr(visible(ref)))


def intake_rows(session: Session, case: Case) -> list[IntakeRow]:
    """The takings-in of a case as rows."""
    told: defaultdict[str, list[Intake]] = defaultdict(list)
    wanted = select(Intake).where(Intake.case_id == case.id).order_by(Intake.created_at, Intake.id)
    for entry in session.scalars(wanted):
        told[entry.ref].append(entry)
    counted = session.execute(
        select(SealedFile.intake_ref, func.count(), func.sum(SealedFile.size))
        .join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
        .where(Exhibit.case_id == case.id, SealedFile.intake_ref.is_not(None))
        .group_by(SealedFile.intake_ref)
    )
    sealed = {str(ref): (count, size) for ref, count, size in counted}
    names, twice = members(session), _twice(session, case)
    return [_row(case, told[ref], sealed.get(ref, (0, 0)), names, twice.get(ref, ())) for ref in told]


def newest(session: Session, case_id: str, ref: str) -> Intake:
    """The newest row of a taking-in. Raises ``Refusal`` if the case has none of this ref."""
    found = session.scalar(
        select(Intake)
        .where(Intake.case_id == case_id, Intake.ref == ref)
        .order_by(Intake.created_at.desc(), Intake.id.desc())
        .limit(1)
    )
    if found is None:
        raise Refusal(Reason.INTAKE_UNKNOWN, ref=ltr(visible(ref)))
    return found


def _row(
    case: Case, told: Sequence[Intake], sealed: tuple[int, int], names: dict[str, str], twice: Sequence[Duplicate]
) -> IntakeRow:
    first, last = told[0], told[-1]
    detail = json.loads(json.dumps(last.detail))
    return IntakeRow(
        ref=last.ref, case=case.number, exhibit=last.exhibit, state=last.state, source=last.source, tool=last.tool,
        begun_at=first.at, begun_by=names.get(first.created_by, ""),
        ended_at=None if last.state == BEGUN else last.at, files=sealed[0], size=sealed[1],
        known=int(detail.get("known", 0)), not_taken=tuple(NotTaken(*one) for one in detail.get("not_taken", ())),
        duplicates=tuple(twice),
    )  # fmt: skip


def _twice(session: Session, case: Case) -> dict[str, list[Duplicate]]:
    """By ref, the files of a case's takings-in whose bytes were sealed before, with the first that had them."""
    several = select(SealedFile.sha256).group_by(SealedFile.sha256).having(func.count() > 1)
    rows = session.execute(
        select(SealedFile, Exhibit.number, Exhibit.case_id, Case.number.label("case"))
        .join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
        .join(Case, Case.id == Exhibit.case_id)
        .where(SealedFile.sha256.in_(several), SealedFile.derived_from_id.is_(None), SealedFile.size > 0)
        .order_by(SealedFile.created_at, SealedFile.id)
    )
    first: dict[str, tuple[str, str, str]] = {}
    found: defaultdict[str, list[Duplicate]] = defaultdict(list)
    for file, number, case_id, case_number in rows:
        name = file.path or file.original_name
        if file.sha256 not in first:
            first[file.sha256] = (case_number, number, name)
        elif case_id == case.id and file.intake_ref:
            found[file.intake_ref].append(Duplicate(name, file.sha256, *first[file.sha256]))
    return dict(found)
