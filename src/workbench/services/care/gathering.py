"""Everything about the care for one person in one reading, and one line about each person of a case."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from workbench.services.care.apart import Apart, named_apart
from workbench.services.care.appointments import appointment_rows
from workbench.services.care.assessing import NEEDS, RISK, assessment_rows, needs_trend, risk_trend
from workbench.services.care.checking import person_in, today
from workbench.services.care.consents import consent_rows
from workbench.services.care.plans import plan_rows
from workbench.services.care.recovering import reflection_row
from workbench.services.care.referrals import late_follow_ups, referral_rows
from workbench.services.care.rows import CareRow, OverviewRow
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.services.people import people_rows
from workbench.services.rows import PersonRow
from workbench.store import Desk

REFUSALS = frozenset({"refused", "withdrawn"})


def care_of(desk: Desk, case: str, alias: str) -> CareRow:
    """Everything about the care for one person; the dead keep what was recorded."""
    with desk.reading() as session:
        case_id, day = case_id_of(session, case), today(desk)
        person = person_in(session, case_id, alias, day, alive=False)
        return care_row(session, case_id, person, day, members(session))


def care_overview(desk: Desk, case: str) -> tuple[OverviewRow, ...]:
    """One line for each person of a case, in the order of their codes."""
    with desk.reading() as session:
        case_id, day, names = case_id_of(session, case), today(desk), members(session)
        people = people_rows(session, case_id, day)
        rows = [care_row(session, case_id, one, day, names, people) for one in people]
    zone = ZoneInfo(desk.station.zone)
    return tuple(_line(one, day, zone) for one in rows)


def care_row(
    session: Session, case_id: str, person: PersonRow, day: date, names: dict[str, str],
    people: list[PersonRow] | None = None,
) -> CareRow:  # fmt: skip
    """Everything about the care for one person, within a reading that is under way."""
    alias = person.alias
    apart = Apart(people or people_rows(session, case_id, day), named_apart(session, case_id))
    assessments = assessment_rows(session, case_id, alias, names)
    return CareRow(
        alias=alias, child=person.child, deceased=person.deceased,
        consents=consent_rows(session, case_id, alias, names), referrals=referral_rows(session, case_id, alias, names),
        assessments=assessments, risk_trend=risk_trend(assessments), needs_trend=needs_trend(assessments),
        plans=plan_rows(session, case_id, alias, names),
        reflection=reflection_row(session, case_id, alias, day, names),
        appointments=tuple(
            one for one in appointment_rows(session, case_id, apart, names) if alias in one.people
        ),
    )  # fmt: skip


def _line(row: CareRow, day: date, zone: ZoneInfo) -> OverviewRow:
    newest = [one for one in (row.newest(RISK), row.newest(NEEDS)) if one is not None]
    reviews = [one.review_on for one in newest if one.review_on]
    if row.plan is not None and row.plan.review_at is not None:
        reviews.append(row.plan.review_at.astimezone(zone).date().isoformat())
    first = min(reviews, default="")
    risk, needs = row.newest(RISK), row.newest(NEEDS)
    return OverviewRow(
        alias=row.alias, in_danger=bool(row.plan and row.plan.in_danger and not row.deceased),
        level=risk.level if risk else "", next_review=first, review_late=bool(first) and first < day.isoformat(),
        standing=sum(one.stands for one in row.consents), refused=sum(one.state in REFUSALS for one in row.consents),
        open_referrals=sum(one.open for one in row.referrals), late_referrals=len(late_follow_ups(row.referrals, day)),
        unmet=sum(one.state in ("unmet", "partly") for one in needs.needs) if needs else 0,
        recovering=row.reflection.days_left if row.reflection else 0,
    )  # fmt: skip

