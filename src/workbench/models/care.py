"""Care for people: assessments that repeat, safety plans, consents, referrals, time to recover, appointments."""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ID, Base, Record


class Assessment(Base, Record, append_only=True):
    """One assessment of risks, of needs, or of a child's best interest; a later one stands beside it."""

    __tablename__ = "assessment"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    alias: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    held_at: Mapped[datetime]
    trigger: Mapped[str] = mapped_column(String(40))
    digest: Mapped[str] = mapped_column(String(64))
    answers: Mapped[dict[str, Any]]
    level: Mapped[int] = mapped_column(Integer)
    measures: Mapped[list[Any]]
    review_on: Mapped[str] = mapped_column(String(10))
    by: Mapped[str] = mapped_column(String(200))
    note: Mapped[str] = mapped_column(Text)


class SafetyPlan(Base, Record, append_only=True):
    """What keeps a person safe, agreed with them; the newest of an alias holds."""

    __tablename__ = "safety_plan"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    alias: Mapped[str] = mapped_column(String(20))
    measures: Mapped[list[Any]]
    safe_contact: Mapped[str] = mapped_column(Text)
    no_contact: Mapped[list[Any]]
    in_danger: Mapped[bool] = mapped_column(Boolean)
    what_threatens: Mapped[str] = mapped_column(Text)
    agreed: Mapped[str] = mapped_column(String(10))
    review_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(Text)


class Consent(Base, Record, append_only=True):
    """What a person agreed to or refused: one purpose, one recipient. Withdrawing is a newer row of the same ref."""

    __tablename__ = "consent"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    alias: Mapped[str] = mapped_column(String(20))
    purpose: Mapped[str] = mapped_column(String(40))
    recipient: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    place: Mapped[str] = mapped_column(Text)
    limits: Mapped[str] = mapped_column(Text)
    explained: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(10))
    text_version: Mapped[str] = mapped_column(String(40))
    read_by: Mapped[str] = mapped_column(String(200))
    interpreter: Mapped[str] = mapped_column(String(200))
    understood: Mapped[str] = mapped_column(String(10))
    given_by: Mapped[str] = mapped_column(String(20))
    assent: Mapped[str] = mapped_column(String(10))
    witness: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(Text)


class Referral(Base, Record, append_only=True):
    """One entry in the life of a referral: made, sent, accepted or declined, followed up, closed."""

    __tablename__ = "referral"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    alias: Mapped[str] = mapped_column(String(20))
    service: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    provider: Mapped[str] = mapped_column(Text)
    focal_point: Mapped[str] = mapped_column(Text)
    urgency: Mapped[str] = mapped_column(String(20))
    consent_ref: Mapped[str] = mapped_column(String(20))
    basis: Mapped[str] = mapped_column(Text)
    shared: Mapped[str] = mapped_column(Text)
    transport: Mapped[str] = mapped_column(Text)
    follow_up_on: Mapped[str] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(Text)


class Reflection(Base, Record, append_only=True):
    """A time to recover and think without pressure; a contact within it is a newer row with its reason."""

    __tablename__ = "reflection"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    alias: Mapped[str] = mapped_column(String(20))
    what: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    starts_on: Mapped[str] = mapped_column(String(10))
    ends_on: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(Text)


class Appointment(Base, Record, append_only=True):
    """Who meets where and when; the newest of a ref holds."""

    __tablename__ = "appointment"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    minutes: Mapped[int] = mapped_column(Integer)
    place: Mapped[str] = mapped_column(Text)
    purpose: Mapped[str] = mapped_column(String(40))
    people: Mapped[list[Any]]
    reason: Mapped[str] = mapped_column(Text)
