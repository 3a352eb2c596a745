"""What points to what: screenings as they were answered and decided, and findings for and against each element."""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ID, Base, Record


class Screening(Base, Record, append_only=True):
    """A screening of a person: answers with what they rest on, the rule's result as it was then, and the decision."""

    __tablename__ = "screening"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    alias: Mapped[str] = mapped_column(String(20))
    ordinal: Mapped[int] = mapped_column(Integer)
    sets: Mapped[list[Any]]
    digest: Mapped[str] = mapped_column(String(64))
    profile: Mapped[str] = mapped_column(String(20))
    held_at: Mapped[datetime]
    setting: Mapped[list[Any]]
    asked_by: Mapped[str] = mapped_column(String(200))
    interpreter: Mapped[str] = mapped_column(String(200))
    answers: Mapped[dict[str, Any]]
    track_answers: Mapped[dict[str, Any]]
    result: Mapped[dict[str, Any]]
    decision: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    ask_again_on: Mapped[str] = mapped_column(String(10))


class Finding(Base, Record, append_only=True):
    """Something that speaks for or against one element, of one suspect and one victim or journey.

    A newer row that ``corrects_id`` names takes the place of an older one; ``withdrawn`` rows count no more.
    """

    __tablename__ = "finding"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    suspect: Mapped[str] = mapped_column(String(20))
    about: Mapped[str] = mapped_column(String(20))
    offence: Mapped[str] = mapped_column(String(60))
    element: Mapped[str] = mapped_column(String(60))
    side: Mapped[str] = mapped_column(String(10))
    strength: Mapped[str] = mapped_column(String(10))
    source_kind: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(String(80))
    place: Mapped[str] = mapped_column(String(120))
    note: Mapped[str] = mapped_column(Text)
    exculpatory: Mapped[bool] = mapped_column(Boolean)
    withdrawn: Mapped[bool] = mapped_column(Boolean)
    reason: Mapped[str] = mapped_column(Text)
    corrects_id: Mapped[str | None] = mapped_column(ID, ForeignKey("finding.id"))
