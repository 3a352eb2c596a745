"""Who is in danger by the newest safety plan: the alarm of the case stays up until a later plan ends it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import SafetyPlan
from workbench.services.rows import PersonRow


def endangered(session: Session, case_id: str, people: list[PersonRow]) -> tuple[str, ...]:
    """The codes of those who are in danger now; the dead are not."""
    rows = session.scalars(
        select(SafetyPlan).where(SafetyPlan.case_id == case_id).order_by(SafetyPlan.created_at, SafetyPlan.id)
    )
    newest = {one.alias: one.in_danger for one in rows}
    return tuple(
        one.alias for one in people if not one.deceased and any(newest.get(code) for code in (one.alias, *one.also))
    )
