"""The words for the keys that the vault keeps: roles, kinds, states. One list for window, papers and checks."""

from workbench.terms.care import (
    AGREED,
    APPOINTMENT_STATES,
    APPOINTMENTS,
    ASSESSMENTS,
    CONSENTS,
    INTEREST,
    MOVES,
    NEEDS,
    REFERRALS,
    URGENCIES,
)
from workbench.terms.cases import (
    BASES,
    DEADLINES,
    JURISDICTIONS,
    KINDS_OF_CASE,
    MARKS,
    MATTERS,
    MISSING,
    ORDERS,
    STATES_OF_CASE,
    STEPS,
    TRUSTS,
    TRUTHS,
    UNVERIFIED,
    VERDICTS,
)
from workbench.terms.evidence import (
    CUSTODY,
    EXHIBITS,
)
from workbench.terms.interviews import (
    ALIKE,
    BEFORE,
    FORMS_OF_STATEMENT,
    HEARD_AS,
    IN_THE_ROOM,
    INTERVIEW_STATES,
    NO_OATH,
    OATHS,
    RECORDED,
    SAID_BY,
    SIGNED,
    SIGNERS,
    STATEMENT_STATES,
    TIES,
)
from workbench.terms.people import (
    CALENDARS,
    CAPACITIES,
    CLAIM_STATES,
    CONTACTS,
    GENUINE,
    HELD_ACTS,
    HOLDERS,
    NAMES,
    PAPERS,
    PROTECTIONS,
    ROLES,
    SEXES,
    STAFF_WANTED,
    YES_NO,
)
from workbench.terms.proving import (
    COVERAGES,
    HOLDS,
    INDICATOR_ANSWERS,
    KEPT,
    SCREENING_DECISIONS,
    SCREENING_SETTINGS,
    SIDES,
    SOURCES,
    STRENGTHS,
    TEST_ANSWERS,
)
from workbench.terms.world import (
    CERTAINTIES,
    ENTITIES,
    LINKS,
    LINKS_BACK,
)

__all__ = [
    "AGREED", "ALIKE", "APPOINTMENTS", "APPOINTMENT_STATES", "ASSESSMENTS", "BASES", "BEFORE", "CALENDARS",
    "CAPACITIES", "CERTAINTIES", "CLAIM_STATES", "CONSENTS", "CONTACTS", "COVERAGES", "CUSTODY", "DEADLINES",
    "ENTITIES", "EXHIBITS", "FORMS_OF_STATEMENT", "GENUINE", "HEARD_AS", "HELD_ACTS", "HOLDERS", "HOLDS",
    "INDICATOR_ANSWERS", "INTEREST", "INTERVIEW_STATES", "IN_THE_ROOM", "JURISDICTIONS", "KEPT", "KINDS_OF_CASE",
    "LINKS", "LINKS_BACK", "MARKS", "MATTERS", "MISSING", "MOVES", "NAMES", "NEEDS", "NO_OATH", "OATHS", "ORDERS",
    "PAPERS", "PROTECTIONS", "RECORDED", "REFERRALS", "ROLES", "SAID_BY", "SCREENING_DECISIONS", "SCREENING_SETTINGS",
    "SEXES", "SIDES", "SIGNED", "SIGNERS", "SOURCES", "STAFF_WANTED", "STATEMENT_STATES", "STATES_OF_CASE", "STEPS",
    "STRENGTHS", "TEST_ANSWERS", "TIES", "TRUSTS", "TRUTHS", "UNVERIFIED", "URGENCIES", "VERDICTS", "YES_NO",
]  # fmt: skip
