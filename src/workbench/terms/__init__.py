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
    DERIVATIONS,
    EXHIBITS,
    INTAKES,
    NOT_TAKEN,
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
from workbench.terms.timeline import (
    ACCREDITED,
    EVENT_DOUBTS,
    EVENTS,
    EXAMINATION_STATES,
    EXAMINATIONS,
    LACKING,
    PARTS,
    PROPERTIES,
    SCENES,
    VIEWS,
)
from workbench.terms.world import (
    CERTAINTIES,
    ENTITIES,
    LINKS,
    LINKS_BACK,
)

__all__ = [
    "ACCREDITED", "AGREED", "APPOINTMENTS", "APPOINTMENT_STATES", "ASSESSMENTS", "BASES", "CALENDARS", "CAPACITIES",
    "CERTAINTIES", "CLAIM_STATES", "CONSENTS", "CONTACTS", "COVERAGES", "CUSTODY", "DEADLINES", "ENTITIES", "EVENTS",
    "EVENT_DOUBTS", "EXAMINATIONS", "EXAMINATION_STATES", "EXHIBITS", "GENUINE", "HELD_ACTS", "HOLDERS", "HOLDS",
    "INDICATOR_ANSWERS", "INTEREST", "JURISDICTIONS", "KEPT", "KINDS_OF_CASE", "LACKING", "LINKS", "LINKS_BACK",
    "MARKS", "MATTERS", "MISSING", "MOVES", "NAMES", "NEEDS", "ORDERS", "PAPERS", "PARTS", "PROPERTIES", "PROTECTIONS",
    "REFERRALS", "ROLES", "SCENES", "SCREENING_DECISIONS", "SCREENING_SETTINGS", "SEXES", "SIDES", "SOURCES",
    "STAFF_WANTED", "STATES_OF_CASE", "STEPS", "STRENGTHS", "TEST_ANSWERS", "TRUSTS", "TRUTHS", "UNVERIFIED",
    "URGENCIES", "VERDICTS", "VIEWS", "YES_NO",
    "DERIVATIONS",
    "INTAKES",
    "NOT_TAKEN",
]  # fmt: skip
