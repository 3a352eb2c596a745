"""The care for one person as plain values for a dossier.

Fixed words are keys; what people wrote and what the rules of care say are texts, the latter in the document's language.
"""

from dataclasses import dataclass
from datetime import datetime

from workbench.reports.course import Source


@dataclass(frozen=True, slots=True)
class Topic:
    """A purpose, a danger, a need or a measure that the rules know, with its title; ``examples`` may be empty."""

    key: str
    title: str
    examples: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """The last word of a person to one purpose and one recipient, and how it was explained before it was said."""

    ref: str
    purpose: str  # its title
    recipient: str
    state: str  # given | limited | refused | withdrawn | legal_basis
    at: datetime
    limits: str
    explained: str
    language: str  # a code
    text_version: str
    read_by: str
    interpreter: str
    understood: str
    given_by: str  # self or a code
    assent: str
    witness: str
    reason: str
    given_at: datetime | None = None  # of one that was withdrawn
    key: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """One referral: to whom, for what, on what it rests, and everything that is told."""

    ref: str
    service: str  # its title
    service_basis: Source | None
    provider: str
    focal_point: str
    urgency: str
    consent_ref: str
    basis: str
    shared: str
    transport: str
    follow_up_on: str
    made_at: datetime
    made_by: str
    digest: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What is done, by whom, until when; ``what`` is the title of a measure offered, or empty."""

    what: str
    text: str
    who: str
    until: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How one danger or need stood at one assessment. ``word`` says it; the figures are 0 where there are none."""

    key: str
    word: str
    likelihood: int = 0
    impact: int = 0
    score: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessment as a column of its paper."""

    kind: str  # risk | needs | best_interest
    held_at: datetime
    trigger: str
    by: str
    overall: str
    marks: tuple[Mark, ...]
    interest: tuple[tuple[str, str], ...]  # key and words
    measures: tuple[Measure, ...]
    review_on: str
    note: str


@dataclass(frozen=True, slots=True)
class Trend:
    """How a danger or need moved from the first assessment to the newest."""

    key: str
    move: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The safety plan that holds."""

    measures: tuple[Measure, ...]
    safe_contact: str
    no_contact: tuple[str, ...]
    in_danger: bool
    what_threatens: str
    agreed: str
    review_at: datetime | None
    note: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Care:
    """What a paper says of the care for one person; ``notes`` are what the rules say of their own scale."""

    alias: str
    is_child: bool
    languages: tuple[str, ...]
    needs_interpreter: bool
    topics: tuple[Topic, ...] = ()
    consents: tuple[Consent, ...] = ()
    told: tuple[str, ...] = ()
    referral: Referral | None = None
    assessments: tuple[Assessment, ...] = ()
    trends: tuple[Trend, ...] = ()
    plan: Plan | None = None
    notes: tuple[str, ...] = ()
