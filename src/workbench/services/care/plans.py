"""Safety plans: what keeps a person safe, agreed with them; whoever is in danger raises the alarm of the case."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.models import SafetyPlan
from workbench.security import Act
from workbench.services import texts
from workbench.services.care.assessing import measure_rows, measures_kept
from workbench.services.care.checking import codes_of, person_in, require_choice, require_words, today, wrong
from workbench.services.care.rows import MeasureRow, SafetyPlanRow
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.store import Desk


def record_plan(
    desk: Desk, case: str, alias: str, *, measures: Sequence[MeasureRow], in_danger: bool, agreed: str,
    safe_contact: str = "", no_contact: Sequence[str] = (), what_threatens: str = "",
    review_at: datetime | None = None, note: str = "",
) -> SafetyPlanRow:  # fmt: skip
    """Record a safety plan; the newest of a person holds.

    Whoever is in danger has a day to look again, a threat in words and at least one measure, and the alarm of the
    case stays until a later plan ends it: one agreed with the person, or one that a supervisor answers for with a
    reason in ``note``. ``no_contact`` are codes that must never meet the person.
    """
    desk.require(Act.SAFETY_PLAN)
    require_choice(agreed, terms.AGREED)
    now, day = desk.clock.now(), today(desk)
    kept, threat = measures_kept(measures), texts.several_lines(what_threatens)
    if in_danger:
        looked_at = "x" if review_at else ""
        require_words(
            [
                (N_("what threatens"), threat), (N_("what is done"), "x" if kept else ""),
                (N_("the day on which it is looked at again"), looked_at),
            ]
        )  # fmt: skip
    if review_at is not None and review_at < now:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies in the past"))
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        alias = person_in(session, case_id, alias, day).alias
        others = tuple(dict.fromkeys(person_in(session, case_id, one, day, alive=False).alias for one in no_contact))
        earlier = plan_rows(session, case_id, alias, members(session))
    if alias in others:
        raise wrong(N_("nobody can be kept apart from themself"))
    ends = bool(earlier and earlier[-1].in_danger and not in_danger)
    if ends and agreed != "yes":
        require_words([(N_("why the danger is over"), note)])
    entry = SafetyPlan(
        case_id=case_id, alias=alias, measures=kept, safe_contact=texts.several_lines(safe_contact),
        no_contact=list(others), in_danger=in_danger, what_threatens=threat, agreed=agreed, review_at=review_at,
        note=texts.several_lines(note),
    )  # fmt: skip
    _write(desk, case_id, entry, second=ends and agreed != "yes")
    return list_plans(desk, case_id, alias)[-1]


def list_plans(desk: Desk, case: str, alias: str) -> tuple[SafetyPlanRow, ...]:
    """The safety plans of a person from the first on; the last one holds."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        kept = person_in(session, case_id, alias, today(desk), alive=False).alias
        return plan_rows(session, case_id, kept, members(session))


def plan_rows(
    session: Session, case_id: str, alias: str, names: Mapping[str, str]
) -> tuple[SafetyPlanRow, ...]:
    """The safety plans of a case in their order; of one person if a code is given."""
    wanted = select(SafetyPlan).where(SafetyPlan.case_id == case_id).order_by(SafetyPlan.created_at, SafetyPlan.id)
    if alias:
        wanted = wanted.where(SafetyPlan.alias.in_(codes_of(session, case_id, alias)))
    return tuple(
        SafetyPlanRow(
            one.alias, measure_rows(one.measures), one.safe_contact, tuple(one.no_contact), one.in_danger,
            one.what_threatens, one.agreed, one.review_at, one.note, one.created_at, names.get(one.created_by, ""),
        )
        for one in session.scalars(wanted)
    )  # fmt: skip


def _write(desk: Desk, case_id: str, entry: SafetyPlan, *, second: bool) -> None:
    if second:
        # Nobody takes an alarm off alone that the person themself did not call ended.
        with desk.act(Act.SAFETY_DANGER_ENDED, case_id, subject=entry.alias, reason=entry.note) as session:
            session.add(desk.stamp(entry))
    else:
        with desk.act(Act.SAFETY_PLAN, case_id, subject=entry.alias, reason=entry.what_threatens) as session:
            session.add(desk.stamp(entry))
