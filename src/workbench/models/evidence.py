"""Exhibits, their custody, the files sealed for them, where they were found, and who examined them."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ADDED, ID, Base, Record


class Exhibit(Base, Record, append_only=True):
    """A thing that may prove something: numbered once, never renumbered.

    ``parent`` is the number of the exhibit it is a part or a copy of; ``detail`` what its kind needs, by field key.
    """

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
    parent: Mapped[str | None] = mapped_column(String(40), info=ADDED)
    scene: Mapped[str | None] = mapped_column(String(10), info=ADDED)
    detail: Mapped[dict[str, Any] | None] = mapped_column(info=ADDED)


class ExhibitNote(Base, Record, append_only=True):
    """A correction of one field of an exhibit, a void number, or a remark; the exhibit itself is never rewritten."""

    __tablename__ = "exhibit_note"

    exhibit_id: Mapped[str] = mapped_column(ID, ForeignKey("exhibit.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    field: Mapped[str] = mapped_column(String(60))
    was: Mapped[str] = mapped_column(Text)
    now: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)


class CustodyEvent(Base, Record, append_only=True):
    """One change of hands, place or seal, numbered without gaps.

    ``written_no`` is the number of the entry on the paper record, where there is one; ``detail`` holds ranks, badges,
    signatures, witness, order, counts and weights, by key. A row that ``corrects_id`` names counts no more.
    """

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
    written_no: Mapped[int | None] = mapped_column(Integer, info=ADDED)
    detail: Mapped[dict[str, Any] | None] = mapped_column(info=ADDED)
    corrects_id: Mapped[str | None] = mapped_column(ID, info=ADDED)


class StockTake(Base, Record, append_only=True):
    """One count of what a store holds: what was expected there, what was scanned or typed, and what was not found."""

    __tablename__ = "stock_take"

    case_id: Mapped[str | None] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    store: Mapped[str] = mapped_column(String(200))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    expected: Mapped[list[Any]]
    seen: Mapped[list[Any]]
    note: Mapped[str] = mapped_column(Text)


class SealedFile(Base, Record, append_only=True):
    """A file on the shelf: the hash is of the bytes as they came, the name as it was.

    ``intake_ref`` names the taking-in it came with, ``path`` where it lay there; ``derived_from_id`` the sealed file
    that it was made from, ``derivation`` how, with which ``tool``; ``detail`` holds its other times, by key.
    """

    __tablename__ = "sealed_file"

    exhibit_id: Mapped[str] = mapped_column(ID, ForeignKey("exhibit.id"), index=True)
    shelf_id: Mapped[str] = mapped_column(String(32), unique=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    original_name: Mapped[str] = mapped_column(Text)
    modified_at: Mapped[datetime | None]
    path: Mapped[str | None] = mapped_column(Text, info=ADDED)
    intake_ref: Mapped[str | None] = mapped_column(String(20), info=ADDED)
    source: Mapped[str | None] = mapped_column(Text, info=ADDED)
    tool: Mapped[str | None] = mapped_column(String(200), info=ADDED)
    derived_from_id: Mapped[str | None] = mapped_column(ID, info=ADDED)
    derivation: Mapped[str | None] = mapped_column(String(20), info=ADDED)
    detail: Mapped[dict[str, Any] | None] = mapped_column(info=ADDED)


class FileCheck(Base, Record, append_only=True):
    """One run that held sealed files against their hashes: which it looked at, and which were not as sealed."""

    __tablename__ = "file_check"

    case_id: Mapped[str | None] = mapped_column(ID, ForeignKey("case.id"), index=True)
    files: Mapped[list[Any]]
    broken: Mapped[list[Any]]


class Intake(Base, Record, append_only=True):
    """A taking-in of files from one source; the newest row of a ref says how it stands. Each file has its own row."""

    __tablename__ = "intake"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    exhibit: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(Text)
    tool: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime]
    detail: Mapped[dict[str, Any]]


class Reading(Base, Record, append_only=True):
    """That a sealed file was read, as what, by which version, and what was found: the rows themselves are derived."""

    __tablename__ = "reading"

    file_id: Mapped[str] = mapped_column(ID, ForeignKey("sealed_file.id"), index=True)
    format: Mapped[str] = mapped_column(String(40))
    version: Mapped[str] = mapped_column(String(40))
    options: Mapped[dict[str, Any]]
    counts: Mapped[dict[str, Any]]
    facts: Mapped[dict[str, Any]]
    warnings: Mapped[list[Any]]
    digest: Mapped[str] = mapped_column(String(64))


class Event(Base, Record, append_only=True):
    """Something that happened, with its source; the newest row of a ref holds, a ``withdrawn`` one counts no more.

    ``at`` is ISO 8601 as far as it is known (a day, a minute), local to ``zone``; ``doubts`` are keys.
    """

    __tablename__ = "event"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[str] = mapped_column(String(40))
    until: Mapped[str] = mapped_column(String(40))
    zone: Mapped[str] = mapped_column(String(40))
    doubts: Mapped[list[Any]]
    parties: Mapped[list[Any]]
    place: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    source_kind: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(String(80))
    source_place: Mapped[str] = mapped_column(String(200))
    source_digest: Mapped[str] = mapped_column(String(64))
    detail: Mapped[dict[str, Any]]
    withdrawn: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)


class Examination(Base, Record, append_only=True):
    """A request to a laboratory or expert from its asking on; the newest row of a ref says where it stands."""

    __tablename__ = "examination"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    exhibits: Mapped[list[Any]]
    detail: Mapped[dict[str, Any]]
    reason: Mapped[str] = mapped_column(Text)


class Scene(Base, Record, append_only=True):
    """A scene by its letter: how it was found, measured, drawn and photographed; the newest row of a letter holds."""

    __tablename__ = "scene"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    letter: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime]
    place: Mapped[str] = mapped_column(Text)
    detail: Mapped[dict[str, Any]]
    photos: Mapped[list[Any]]
    reason: Mapped[str] = mapped_column(Text)
