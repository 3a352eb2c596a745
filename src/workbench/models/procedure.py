"""What was recorded of each step, of orders, deadlines and deviations, and the draft that is still being written."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ADDED, ID, Base, Record


class StepRecord(Base, Record, append_only=True):
    """A step as it was finished, waived or set aside; the newest of a step holds, the others are its history."""

    __tablename__ = "step_record"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    step: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    answers: Mapped[dict[str, Any]]
    reason: Mapped[str] = mapped_column(Text)
    # How a closed gate was passed (early, override), and the pack whose questions these answers answer.
    passed: Mapped[str | None] = mapped_column(String(20), info=ADDED)
    pack_id: Mapped[str | None] = mapped_column(ID, info=ADDED)


class JudgeOrder(Base, Record, append_only=True):
    """One entry in the life of a judge's order: asked for, granted, refused, or the exception in its place.

    ``ref`` names the order; the newest entry of a ref says where it stands.
    """

    __tablename__ = "judge_order"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(40))
    step: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    subject: Mapped[str] = mapped_column(String(20))
    place: Mapped[str] = mapped_column(Text)
    court: Mapped[str] = mapped_column(Text)
    wants: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(String(120))
    valid_until: Mapped[datetime | None]
    exhibit: Mapped[str] = mapped_column(String(40))


class DeadlineRecord(Base, Record, append_only=True):
    """What was recorded of a deadline itself: met at a moment, or extended, by whose word and why."""

    __tablename__ = "deadline_record"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    step: Mapped[str] = mapped_column(String(40))
    ordinal: Mapped[int] = mapped_column(Integer)
    subject: Mapped[str] = mapped_column(String(20))
    what: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    minutes: Mapped[int] = mapped_column(Integer)
    number: Mapped[str] = mapped_column(String(120))
    reason: Mapped[str] = mapped_column(Text)


class DeviationApproval(Base, Record, append_only=True):
    """What a second person said of a deviation; the newest holds."""

    __tablename__ = "deviation_approval"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(120))
    verdict: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)


class StepDraft(Base):
    """What is typed and not yet recorded: replaced as the person writes, gone when the step is finished."""

    __tablename__ = "step_draft"
    __table_args__ = (UniqueConstraint("case_id", "step", name="uq_step_draft_case_step"),)

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"))
    step: Mapped[str] = mapped_column(String(40))
    answers: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]
    saved_by: Mapped[str] = mapped_column(ID)
