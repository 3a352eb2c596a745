"""Rows about the care for a person: consents, referrals, assessments, safety plan, time to recover, appointments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ConsentEntryRow:
    """One entry in the life of a consent. ``given_by``: self, or the code of the guardian."""

    state: str  # given | limited | refused | withdrawn | legal_basis
    at: datetime
    by: str
    recorded_at: datetime
    place: str
    limits: str
    explained: str
    language: str
    text_version: str
    read_by: str
    interpreter: str
    understood: str  # yes | no | unknown: said back in own words
    given_by: str
    assent: str  # "" | yes | no: the child's own agreement
    witness: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """What a person agreed to or refused for one purpose and one recipient; the last entry holds."""

    ref: str  # C-01
    alias: str
    purpose: str
    recipient: str
    entries: tuple[ConsentEntryRow, ...]

    @property
    def last(self) -> ConsentEntryRow:
        """The entry that holds now."""
        return self.entries[-1]

    @property
    def state(self) -> str:
        """The state that holds now."""
        return self.last.state

    @property
    def stands(self) -> bool:
        """Whether what it is about may be done now on the word of the person."""
        return self.state in ("given", "limited")


@dataclass(frozen=True, slots=True)
class ReferralEntryRow:
    """One entry in the life of a referral."""

    state: str  # made | sent | accepted | declined | arrived | followed_up | closed
    at: datetime
    by: str
    recorded_at: datetime
    note: str
    follow_up_on: str


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referral from its making on. ``covered``: its consent still stands, or it rests on a basis in law."""

    ref: str
    alias: str
    service: str
    provider: str
    focal_point: str
    urgency: str  # today | days | weeks
    consent_ref: str
    basis: str
    shared: str
    transport: str
    covered: bool
    entries: tuple[ReferralEntryRow, ...]

    @property
    def last(self) -> ReferralEntryRow:
        """The entry that holds now."""
        return self.entries[-1]

    @property
    def state(self) -> str:
        """Where it stands."""
        return self.last.state

    @property
    def open(self) -> bool:
        """Whether somebody still waits for something."""
        return self.state not in ("declined", "closed")


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """What is done, by whom, until when. ``key`` is one of the measures offered, or empty beside words of its own."""

    key: str
    text: str = ""
    who: str = ""
    until: str = ""  # ISO day


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One dimension of an assessment; ``score`` is None where it is not known."""

    key: str
    likelihood: int
    impact: int
    score: int | None
    level: str
    protective: str = ""


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need as it stood: met, partly, unmet, not_needed, unknown."""

    key: str
    state: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """One assessment: of risks, of needs, or of a child's best interest. ``level`` is the highest of the risks."""

    assessment_id: str
    alias: str
    kind: str  # risk | needs | best_interest
    held_at: datetime
    trigger: str
    by: str
    level: str
    score: int | None
    risks: tuple[RiskRow, ...]
    needs: tuple[NeedRow, ...]
    interest: Mapping[str, str]
    measures: tuple[MeasureRow, ...]
    review_on: str
    note: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class SafetyPlanRow:
    """What keeps a person safe. ``no_contact`` are codes that must never meet the person."""

    alias: str
    measures: tuple[MeasureRow, ...]
    safe_contact: str
    no_contact: tuple[str, ...]
    in_danger: bool
    what_threatens: str
    agreed: str  # yes | no | unable
    review_at: datetime | None
    note: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ContactMadeRow:
    """A contact within the time to recover, with its reason."""

    at: datetime
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class ReflectionRow:
    """The time to recover and think. ``days_left`` is 0 when it is over; ``shortened`` says why it is not the usual."""

    alias: str
    starts_on: str
    ends_on: str
    days: int
    days_left: int
    runs: bool
    shortened: str
    contacts: tuple[ContactMadeRow, ...]


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """Who meets where and when. ``together`` are codes on it that must not meet; ``meant`` says why they do."""

    ref: str
    state: str  # planned | held | cancelled
    at: datetime
    minutes: int
    place: str
    purpose: str
    people: tuple[str, ...]
    together: tuple[str, ...]
    reason: str
    by: str

    @property
    def meant(self) -> bool:
        """Whether somebody gave the reason why those meet who must not."""
        return bool(self.together and self.reason)


@dataclass(frozen=True, slots=True)
class CareRow:
    """Everything about the care for one person; the trends say better, same, worse or unknown, first to last."""

    alias: str
    child: bool
    deceased: bool
    consents: tuple[ConsentRow, ...]
    referrals: tuple[ReferralRow, ...]
    assessments: tuple[AssessmentRow, ...]
    risk_trend: Mapping[str, str]
    needs_trend: Mapping[str, str]
    plans: tuple[SafetyPlanRow, ...]
    reflection: ReflectionRow | None
    appointments: tuple[AppointmentRow, ...]

    @property
    def plan(self) -> SafetyPlanRow | None:
        """The safety plan that holds now."""
        return self.plans[-1] if self.plans else None

    def newest(self, kind: str) -> AssessmentRow | None:
        """The newest assessment of a kind."""
        return next((one for one in reversed(self.assessments) if one.kind == kind), None)


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One line about the care for a person."""

    alias: str
    in_danger: bool
    level: str
    next_review: str  # ISO day, "" if none is set
    review_late: bool
    standing: int
    refused: int
    open_referrals: int
    late_referrals: int  # that somebody promised to ask after and did not
    unmet: int
    recovering: int  # days left


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """Something a person has told already: what, where, when, to whom, so that nobody asks it again."""

    topic: str  # language, need.health, risk.R1, consent.interview, screening, T05.2.language …
    question: str
    answer: str
    where: str
    at: datetime
    by: str
