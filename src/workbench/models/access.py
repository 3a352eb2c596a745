"""Who may work here, and what the station has set."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import Base, Record


class Member(Base, Record):
    """Somebody with a way into the vault; the way itself lies in the keys file."""

    __tablename__ = "member"

    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))


class Setting(Base, Record, append_only=True):
    """A setting of the station: the newest row of a key holds."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(60), index=True)
    value: Mapped[dict[str, Any]]
