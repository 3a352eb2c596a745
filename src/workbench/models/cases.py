"""Cases, the exact packs they follow, and whose word stands behind a pack."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.models.declarative import ADDED, ID, Base, Record


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
    # The second procedure of a case that is trafficking and smuggling at once; the day whose law it stands under.
    also_pack_id: Mapped[str | None] = mapped_column(ID, info=ADDED)
    law_on: Mapped[str | None] = mapped_column(String(10), info=ADDED)


class CasePack(Base, Record, append_only=True):
    """A change of the procedure of a case: to another track, or to a new edition, and why."""

    __tablename__ = "case_pack"

    case_id: Mapped[str] = mapped_column(ID, ForeignKey("case.id"), index=True)
    what: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    pack_id: Mapped[str] = mapped_column(ID, ForeignKey("pack.id"))
    also_pack_id: Mapped[str | None] = mapped_column(ID)
    reason: Mapped[str] = mapped_column(Text)


class AuthorityKey(Base, Record, append_only=True):
    """A key that an administrator trusts, or no longer trusts, to sign procedures; the newest of a key holds."""

    __tablename__ = "authority_key"

    fingerprint: Mapped[str] = mapped_column(String(100), index=True)
    public: Mapped[str] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)


class PackTrust(Base, Record, append_only=True):
    """Why a pack may be used here: signed by a trusted key, or trusted by an administrator in its own name."""

    __tablename__ = "pack_trust"

    pack_id: Mapped[str] = mapped_column(ID, ForeignKey("pack.id"), index=True)
    state: Mapped[str] = mapped_column(String(20))
    fingerprint: Mapped[str] = mapped_column(String(100))
    signer: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(Text)
