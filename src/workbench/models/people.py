"""People, their names and papers apart from them, and the roles they are said to have."""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ADDED, ID, Base, Record


class Person(Base, Record, append_only=True):
    """Somebody in a case, by alias. A correction is a newer row of the same alias."""

    __tablename__ = "person"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ordinal: Mapped[int] = mapped_column(Integer)
    alias: Mapped[str] = mapped_column(String(20))
    sex: Mapped[str] = mapped_column(String(10))
    birth_kind: Mapped[str] = mapped_column(String(10))
    birth_low: Mapped[str] = mapped_column(String(10))
    birth_high: Mapped[str] = mapped_column(String(10))
    age_in_doubt: Mapped[bool] = mapped_column(Boolean)
    nationality: Mapped[str] = mapped_column(String(3))
    languages: Mapped[list[Any]]
    needs_interpreter: Mapped[bool] = mapped_column(Boolean)
    note: Mapped[str] = mapped_column(Text)
    corrects_id: Mapped[str | None] = mapped_column(ID, ForeignKey("person.id"))
    # How the birth was told, in whose calendar; what care must know at once.
    birth_told: Mapped[str | None] = mapped_column(String(120), info=ADDED)
    birth_calendar: Mapped[str | None] = mapped_column(String(10), info=ADDED)
    other_nationalities: Mapped[list[Any] | None] = mapped_column(info=ADDED)
    dialect: Mapped[str | None] = mapped_column(String(120), info=ADDED)
    pregnant: Mapped[str | None] = mapped_column(String(10), info=ADDED)
    disabilities: Mapped[list[Any] | None] = mapped_column(info=ADDED)
    health_alerts: Mapped[str | None] = mapped_column(Text, info=ADDED)
    staff_wanted: Mapped[str | None] = mapped_column(String(10), info=ADDED)
    died_on: Mapped[str | None] = mapped_column(String(10), info=ADDED)
    protection: Mapped[str | None] = mapped_column(String(10), info=ADDED)


class PersonName(Base, Record, append_only=True):
    """A name as it was given; protected."""

    __tablename__ = "person_name"

    person_id: Mapped[str] = mapped_column(ID, ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    ism: Mapped[str] = mapped_column(String(120))
    father: Mapped[str] = mapped_column(String(120))
    grandfather: Mapped[str] = mapped_column(String(120))
    great_grandfather: Mapped[str] = mapped_column(String(120))
    family: Mapped[str] = mapped_column(String(120))
    as_written: Mapped[str] = mapped_column(String(400))


class Identity(Base, Record, append_only=True):
    """An identity or travel paper, and who holds it; protected."""

    __tablename__ = "identity"

    person_id: Mapped[str] = mapped_column(ID, ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    number: Mapped[str] = mapped_column(String(60))
    issuer: Mapped[str] = mapped_column(String(120))
    held_by: Mapped[str] = mapped_column(String(20))
    issued_on: Mapped[str | None] = mapped_column(String(10), info=ADDED)
    expires_on: Mapped[str | None] = mapped_column(String(10), info=ADDED)
    mrz: Mapped[str | None] = mapped_column(Text, info=ADDED)
    genuine: Mapped[str | None] = mapped_column(String(10), info=ADDED)
    exhibit: Mapped[str | None] = mapped_column(String(40), info=ADDED)


class Phone(Base, Record, append_only=True):
    """A telephone number of a person; protected."""

    __tablename__ = "phone"

    person_id: Mapped[str] = mapped_column(ID, ForeignKey("person.id"), index=True)
    number: Mapped[str] = mapped_column(String(40))
    as_written: Mapped[str | None] = mapped_column(String(80), info=ADDED)


class Contact(Base, Record, append_only=True):
    """Where or how a person is reached; protected. ``shelter``: a place that only a supervisor is shown."""

    __tablename__ = "contact"

    person_id: Mapped[str] = mapped_column(ID, ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    country: Mapped[str] = mapped_column(String(3))
    governorate: Mapped[str] = mapped_column(String(40))
    district: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text)
    safe: Mapped[str] = mapped_column(String(10))
    shelter: Mapped[bool] = mapped_column(Boolean)


class Photo(Base, Record, append_only=True):
    """A photograph of a person, sealed; shown only with the name. The newest of an alias holds."""

    __tablename__ = "photo"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    alias: Mapped[str] = mapped_column(String(20))
    shelf_id: Mapped[str] = mapped_column(String(32), unique=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(Integer)
    original_name: Mapped[str] = mapped_column(String(400))


class SamePerson(Base, Record, append_only=True):
    """Two codes that are said to be one person, in one case or in two; the newest of a pair holds, and can undo it."""

    __tablename__ = "same_person"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    alias: Mapped[str] = mapped_column(String(20))
    other_case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    other_alias: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10))
    score: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str] = mapped_column(Text)


class Claim(Base, Record, append_only=True):
    """A role somebody is said to have. Ending a role is a newer claim that names the one it ends."""

    __tablename__ = "claim"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    alias: Mapped[str] = mapped_column(String(20))
    role: Mapped[str] = mapped_column(String(30))
    since: Mapped[datetime]
    basis: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[str] = mapped_column(String(200))
    custody: Mapped[str] = mapped_column(String(10))
    ends_id: Mapped[str | None] = mapped_column(ID, ForeignKey("claim.id"))
    # Exhibits, statements and steps that it rests on; how sure it is; when it was decided; its end, if already known.
    evidence: Mapped[list[Any] | None] = mapped_column(info=ADDED)
    status: Mapped[str | None] = mapped_column(String(20), info=ADDED)
    decided_at: Mapped[datetime | None] = mapped_column(info=ADDED)
    until: Mapped[datetime | None] = mapped_column(info=ADDED)


class NonPunishment(Base, Record, append_only=True):
    """Acts not to be held against somebody because they came of being exploited; the newest of an alias holds."""

    __tablename__ = "non_punishment"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    alias: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    acts: Mapped[list[Any]]
    link: Mapped[str] = mapped_column(Text)
    against: Mapped[str] = mapped_column(Text)
    evidence: Mapped[list[Any]]
    decided_by: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text)
