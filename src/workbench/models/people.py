"""People, their names and papers apart from them, and the roles they are said to have."""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ID, Base, Record


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


class Phone(Base, Record, append_only=True):
    """A telephone number of a person; protected."""

    __tablename__ = "phone"

    person_id: Mapped[str] = mapped_column(ID, ForeignKey("person.id"), index=True)
    number: Mapped[str] = mapped_column(String(40))


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
