"""Interviews as planned and held, statements as given, what came after, and who interpreted."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ID, Base, Record


class Interview(Base, Record, append_only=True):
    """One talk with one person; the newest row of a ref says where it stands (planned, held, broken off, cancelled)."""

    __tablename__ = "interview"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    alias: Mapped[str] = mapped_column(String(20))
    capacity: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime | None]
    plan: Mapped[dict[str, Any]]
    conduct: Mapped[dict[str, Any]]
    reason: Mapped[str] = mapped_column(Text)


class Statement(Base, Record, append_only=True):
    """What a person said, line by line, in the language spoken with the translation beside it; never rewritten."""

    __tablename__ = "statement"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    interview: Mapped[str] = mapped_column(String(20))
    alias: Mapped[str] = mapped_column(String(20))
    capacity: Mapped[str] = mapped_column(String(20))
    form: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(10))
    translated_to: Mapped[str] = mapped_column(String(10))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    head: Mapped[dict[str, Any]]
    lines: Mapped[list[Any]]


class StatementEntry(Base, Record, append_only=True):
    """What came after the words were taken down: read back, a line corrected, signed, refused, the recording sealed."""

    __tablename__ = "statement_entry"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    statement: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    line: Mapped[str] = mapped_column(String(20))
    who: Mapped[str] = mapped_column(String(200))
    detail: Mapped[dict[str, Any]]


class Interpreter(Base, Record, append_only=True):
    """An interpreter of a case: languages, oath, ties to the parties, doubts raised; the newest row of a ref holds."""

    __tablename__ = "interpreter"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    languages: Mapped[list[Any]]
    oath_at: Mapped[datetime | None]
    detail: Mapped[dict[str, Any]]
    doubts: Mapped[list[Any]]
    reason: Mapped[str] = mapped_column(Text)
