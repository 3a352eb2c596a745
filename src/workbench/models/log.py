"""The log: one chained entry for every act."""

from sqlalchemy import Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import APPEND_ONLY, ID, Base


class AuditEntry(Base):
    """An entry of the chain. ``body`` is what was hashed; the other columns repeat parts of it for searching."""

    __tablename__ = "audit_entry"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    digest: Mapped[str] = mapped_column(String(64))
    act: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[str | None] = mapped_column(ID, index=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)


APPEND_ONLY.add(AuditEntry.__tablename__)
