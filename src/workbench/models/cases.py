"""Cases, and the exact packs they were opened under."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ID, Base, Record


class StoredPack(Base, Record, append_only=True):
    """A pack as it was when a case was opened under it: every byte of it."""

    __tablename__ = "pack"

    key: Mapped[str] = mapped_column(String(60))
    version: Mapped[str] = mapped_column(String(40))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Case(Base, Record):
    """A case: its number, what it is about, and the procedure it follows."""

    __tablename__ = "case"

    number: Mapped[str] = mapped_column(String(60), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(300))
    opened_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(20))
    jurisdiction: Mapped[str] = mapped_column(String(20))
    lead: Mapped[str] = mapped_column(String(200))
    pack_id: Mapped[str] = mapped_column(ID, ForeignKey("pack.id"))
