"""Papers that left the program."""

from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ID, Base, Record


class Issued(Base, Record, append_only=True):
    """A paper as it was issued: what it was made of, and the hash of its bytes."""

    __tablename__ = "issued"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    document_id: Mapped[str] = mapped_column(String(80), unique=True)
    kind: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(20))
    dossier_sha256: Mapped[str] = mapped_column(String(64))
    file_sha256: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int] = mapped_column(Integer)
    log_size: Mapped[int] = mapped_column(Integer)
    log_head: Mapped[str] = mapped_column(String(64))
