"""Exhibits, their custody, and the files sealed for them."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ID, Base, Record


class Exhibit(Base, Record, append_only=True):
    """A thing that may prove something: numbered once, never renumbered."""

    __tablename__ = "exhibit"
    __table_args__ = (UniqueConstraint("case_id", "number", name="uq_exhibit_case_number"),)

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    number: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(20))
    description: Mapped[str] = mapped_column(Text)
    seized_at: Mapped[datetime | None]
    seized_place: Mapped[str] = mapped_column(Text)
    found_by: Mapped[str] = mapped_column(String(200))
    seized_by: Mapped[str] = mapped_column(String(200))
    seal_number: Mapped[str] = mapped_column(String(60))
    condition: Mapped[str] = mapped_column(Text)


class CustodyEvent(Base, Record, append_only=True):
    """One change of hands, place or seal, numbered without gaps."""

    __tablename__ = "custody_event"
    __table_args__ = (UniqueConstraint("exhibit_id", "seq", name="uq_custody_event_exhibit_seq"),)

    exhibit_id: Mapped[str] = mapped_column(ID, ForeignKey("exhibit.id"), index=True)
    seq: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    place: Mapped[str] = mapped_column(Text)
    from_whom: Mapped[str] = mapped_column(String(200))
    to_whom: Mapped[str] = mapped_column(String(200))
    purpose: Mapped[str] = mapped_column(Text)
    seal_before: Mapped[str] = mapped_column(String(60))
    seal_after: Mapped[str] = mapped_column(String(60))
    condition: Mapped[str] = mapped_column(Text)


class SealedFile(Base, Record, append_only=True):
    """A file on the shelf: the hash is of the bytes as they came, the name as it was."""

    __tablename__ = "sealed_file"

    exhibit_id: Mapped[str] = mapped_column(ID, ForeignKey("exhibit.id"), index=True)
    shelf_id: Mapped[str] = mapped_column(String(32), unique=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    original_name: Mapped[str] = mapped_column(Text)
    modified_at: Mapped[datetime | None]
