"""What was recorded of each step, and the draft that is still being written."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ID, Base, Record


class StepRecord(Base, Record, append_only=True):
    """A step as it was finished, waived or set aside; the newest of a step holds, the others are its history."""

    __tablename__ = "step_record"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    step: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    answers: Mapped[dict[str, Any]]
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
