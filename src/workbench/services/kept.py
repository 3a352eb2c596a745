"""What was recorded of deadlines and deviations themselves, as the procedure takes it."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import DeadlineRecord, DeviationApproval
from workbench.sop import Approval, Kept


def kept(session: Session, case_id: str, names: Mapping[str, str]) -> tuple[Kept, ...]:
    """What was recorded of the deadlines of a case, oldest first."""
    rows = session.scalars(
        select(DeadlineRecord)
        .where(DeadlineRecord.case_id == case_id)
        .order_by(DeadlineRecord.created_at, DeadlineRecord.id)
    )
    return tuple(
        Kept(
            row.step, row.ordinal, row.subject, row.what, row.at, row.minutes / 60, row.reason, row.number,
            names.get(row.created_by, ""),
        )
        for row in rows
    )  # fmt: skip


def approvals(session: Session, case_id: str, names: Mapping[str, str]) -> tuple[Approval, ...]:
    """What second people said of the deviations of a case, oldest first."""
    rows = session.scalars(
        select(DeviationApproval)
        .where(DeviationApproval.case_id == case_id)
        .order_by(DeviationApproval.created_at, DeviationApproval.id)
    )
    return tuple(
        Approval(row.ref, row.verdict, names.get(row.created_by, ""), row.created_at, row.reason) for row in rows
    )
