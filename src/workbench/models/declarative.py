"""What every table has: an id, when and by whom it was written, and at which station."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, MetaData, String
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

ID = String(36)

# A column that came later: the rows from before keep the fingerprint that the log has of them.
ADDED = {"added": True}

# Tables whose rows are never changed nor removed; the store guards them with triggers.
APPEND_ONLY: set[str] = set()


def written(at: datetime) -> str:
    """A moment as it is stored and hashed, in UTC."""
    # Not strftime: it leaves out the leading zeros of a year, and then the text cannot be read back.
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


class Moment(TypeDecorator[datetime]):
    """A moment as ISO 8601 text in UTC: the same characters on every database, sorted by time."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return written(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return datetime.fromisoformat(value) if value else None


class Base(DeclarativeBase):
    """The declarative base; constraint names are fixed so that migrations are the same everywhere."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 -- SQLAlchemy reads it from the class
        datetime: Moment,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }

    def __init_subclass__(cls, **options: Any) -> None:
        append_only = options.pop("append_only", False)
        super().__init_subclass__(**options)
        if append_only:
            APPEND_ONLY.add(cls.__tablename__)


class Record:
    """Mixin of all kept things: nothing is deleted, so each row says who wrote it, when and where."""

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(ID)
    station_id: Mapped[str] = mapped_column(ID)
