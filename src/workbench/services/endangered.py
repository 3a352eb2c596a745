"""Who is in danger by the newest safety plan: the alarm of the case stays up until a later plan ends it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import SafetyPlan
from workbench.services.rows import PersonRow


def endangered(session: Session, case_id: str, people: Sequence[PersonRow]) -> tuple[str, ...]:
    """The codes of those who are in danger now; the dead are not."""
    kept = {code: one.alias for one in people for code in (one.alias, *one.also)}
    rows = session.scalars(
        select(SafetyPlan).where(SafetyPlan.case_id == case_id).order_by(SafetyPlan.created_at, SafetyPlan.id)
    )
    # The newest plan of a person holds, under whichever of their codes it was recorded.
    newest = {kept.get(one.alias, one.alias): one.in_danger for one in rows}
    return tuple(one.alias for one in people if newest.get(one.alias) and not one.deceased)
