"""The rows of files kept in step with their readings: made anew from the sealed bytes where they are not there."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import Exhibit, Reading, SealedFile
from workbench.services.readings import child
from workbench.services.readings.lines import Lines
from workbench.store import Desk
from workbench.store import items as kept
from workbench.store.desk import told_of_database


def newest_readings(session: Session, case_id: str) -> dict[str, Reading]:
    """The newest reading of each file of a case."""
    rows = session.scalars(
        select(Reading)
        .join(SealedFile, SealedFile.id == Reading.file_id)
        .join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
        .where(Exhibit.case_id == case_id)
        .order_by(Reading.created_at, Reading.id)
    )
    return {row.file_id: row for row in rows}


def make_sure(desk: Desk, case_id: str, file_id: str | None = None) -> None:
    """Make the rows of the files of a case, or of one of them, anew where they are not those of the newest reading."""
    with desk.reading() as session:
        there = kept.kept(session.connection(), case_id)
        lacking = [
            one for one in newest_readings(session, case_id).values()
            if file_id in (None, one.file_id) and not _holds(there.get(one.file_id), one)
        ]  # fmt: skip
    for reading in lacking:
        again(desk, case_id, reading)


def again(desk: Desk, case_id: str, reading: Reading) -> str:
    """Read a file as it was read before and keep its rows; the digest of what is found now."""
    found = child.read(desk, reading.file_id, reading.options)
    lines = Lines(found.items, zone_in(reading.options))
    with told_of_database():
        kept.keep_anew(desk.engine, case_id, reading.file_id, reading.id, lines, lines.digest)
    return lines.digest()


def zone_in(options: Mapping[str, object]) -> str:
    """The zone in which a file was read: the one that was chosen, else the one that was assumed then."""
    return str(options.get("zone") or options.get("assumed_zone") or "UTC")


def _holds(one: kept.Kept | None, reading: Reading) -> bool:
    return one is not None and one.reading_id == reading.id and one.edition == kept.EDITION


