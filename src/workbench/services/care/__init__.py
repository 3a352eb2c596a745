"""Care for people in a case: what they agreed to and need, what keeps them safe, and whom they must never meet."""

from workbench.proof import CareRules, Matter, Risk
from workbench.services.care.appointments import (
    APART_MINUTES,
    end_appointment,
    list_appointments,
    make_appointment,
)
from workbench.services.care.assessing import (
    BEST_INTEREST,
    NEEDS,
    RISK,
    list_assessments,
    record_best_interest,
    record_needs,
    record_risks,
)
from workbench.services.care.consents import (
    ASKED,
    SELF,
    Explained,
    list_consents,
    record_consent,
    withdraw_consent,
)
from workbench.services.care.gathering import care_of, care_overview, care_row
from workbench.services.care.offered import offered
from workbench.services.care.plans import list_plans, record_plan
from workbench.services.care.recovering import grant_recovery, record_contact
from workbench.services.care.referrals import NEXT, follow_referral, list_referrals, make_referral
from workbench.services.care.rows import (
    AnsweredRow,
    AppointmentRow,
    AssessmentRow,
    CareRow,
    ConsentEntryRow,
    ConsentRow,
    MeasureRow,
    NeedRow,
    OverviewRow,
    ReferralEntryRow,
    ReferralRow,
    ReflectionRow,
    RiskRow,
    SafetyPlanRow,
)
from workbench.services.care.told import answered_before, by_topic

__all__ = [
    "APART_MINUTES", "ASKED", "BEST_INTEREST", "NEEDS", "NEXT", "RISK", "SELF", "AnsweredRow", "AppointmentRow",
    "AssessmentRow", "CareRow", "CareRules", "ConsentEntryRow", "ConsentRow", "Explained", "Matter", "MeasureRow",
    "NeedRow", "OverviewRow", "ReferralEntryRow", "ReferralRow", "ReflectionRow", "Risk", "RiskRow", "SafetyPlanRow",
    "answered_before", "by_topic", "care_of", "care_overview", "care_row", "end_appointment", "follow_referral",
    "grant_recovery", "list_appointments", "list_assessments", "list_consents", "list_plans", "list_referrals",
    "make_appointment", "make_referral", "offered", "record_best_interest", "record_consent", "record_contact",
    "record_needs", "record_plan", "record_risks", "withdraw_consent",
]  # fmt: skip
