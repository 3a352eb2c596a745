"""The world around the people of a case: organisations, places, vehicles, accounts, journeys, and their links."""

from typing import Any

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ID, Base, Record


class Entity(Base, Record, append_only=True):
    """An organisation, place, vehicle, account or journey of a case; the newest row of a ref holds."""

    __tablename__ = "entity"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    ref: Mapped[str] = mapped_column(String(20))
    ordinal: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(20))
    label: Mapped[str] = mapped_column(String(300))
    detail: Mapped[dict[str, Any]]
    note: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    corrects_id: Mapped[str | None] = mapped_column(ID, ForeignKey("entity.id"))


class Link(Base, Record, append_only=True):
    """One end is tied to another: by what, from when to when, who or what says so, and how sure that is.

    ``a`` and ``b`` are codes of people or refs of entities. Ending or correcting a link is a newer row that names it.
    """

    __tablename__ = "link"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    a: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(30))
    b: Mapped[str] = mapped_column(String(20))
    since_on: Mapped[str] = mapped_column(String(10))
    until_on: Mapped[str] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(Text)
    certainty: Mapped[str] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10))
    corrects_id: Mapped[str | None] = mapped_column(ID, ForeignKey("link.id"))
