"""A sealed file read: an act that remembers as what, by which version, with which options, and what was found."""

from collections.abc import Mapping

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from workbench import __version__
from workbench.errors import Reason, Refusal
from workbench.evidence.intake.items import Reading as Told
from workbench.evidence.moments import zone_of
from workbench.evidence.shelf import Progress
from workbench.i18n import ltr, visible
from workbench.models import Exhibit, Reading, SealedFile
from workbench.security import Act
from workbench.services import packs
from workbench.services.cases import members
from workbench.services.finding import case_id_of, case_of
from workbench.services.people.keeping import region_of
from workbench.services.readings import child
from workbench.services.readings.keeping import again, newest_readings, zone_in
from workbench.services.readings.lines import Lines, plain
from workbench.services.readings.mapping import header_of, mapping_of
from workbench.services.readings.rows import ReadingRow, ToldRow
from workbench.store import Desk
from workbench.store import items as kept
from workbench.store.desk import told_of_database

COLUMNS_UNKNOWN = "columns_unknown"
# More senders than this are no people who write to each other.
_SENDERS = 200
_OPTIONS = 40
# More figures than that do not stand in a heading.
_FIGURES = 3
_File = Row[str, str, str, str]


def read_file(
    desk: Desk, case: str, file_id: str, options: Mapping[str, object] | None = None, progress: Progress | None = None
) -> ReadingRow:
    """Read a sealed file of a case and keep what it holds; the log has that and by which digest it was read.

    ``options``: ``zone`` in which moments without one are placed (else that of the procedure is assumed), ``mapping``
    of columns (remembered for the same heading row), ``region`` in which telephone numbers are read (else the
    station's country), ``format`` where the choice is not left to the program. What
    cannot be read is recorded as that. Raises ``Refusal`` for files that there are not.
    """
    desk.require(Act.FILE_READ)
    chosen = _checked(options or {})
    with desk.reading() as session:
        found = case_of(session, case)
        case_id, file = found.id, _file(session, found.id, file_id)
        chosen["assumed_zone"] = packs.pack_of(session, found).timezone
        chosen.setdefault("region", region_of(desk))
        earlier = newest_readings(session, case_id).get(file_id)
    told = _told(desk, file_id, chosen, progress)
    # Once the columns are told, the reader says no more what stood above them.
    header = _header(told) or (str(earlier.facts.get("header", "")) if earlier else "")
    if header and "mapping" not in chosen and _unknown(told):
        with desk.reading() as session:
            mapping = mapping_of(session, header)
        if mapping is not None:
            chosen["mapping"] = mapping
            told = _told(desk, file_id, chosen, progress)
    return _record(desk, case_id, file, chosen, told, header)


def _told(desk: Desk, file_id: str, options: Mapping[str, object], progress: Progress | None) -> Told:
    told = child.read(desk, file_id, options, progress)
    if told.refused is not None and told.refused.key == "cancelled":
        raise Refusal(Reason.CANCELLED)
    return told


def _record(
    desk: Desk, case_id: str, file: _File, options: dict[str, object], told: Told, header: str
) -> ReadingRow:
    made, lines = desk.new_id(), Lines(told.items, zone_in(options))
    with desk.act(
        Act.FILE_READ, case_id, subject=f"{file.number} {told.format or '-'} {len(told.items)}"
    ) as session:
        kept.keep(session.connection(), case_id, file.id, made, lines, lines.digest)
        session.add(
            desk.stamp(
                Reading(
                    id=made, file_id=file.id, format=told.format, version=__version__, options=plain(options),
                    counts=dict(told.counts), facts=_facts(told, header), digest=lines.digest(),
                    warnings=[{"key": one.key, "facts": plain(one.facts)} for one in told.warnings],
                )
            )
        )  # fmt: skip
    return next(one for one in list_readings(desk, case_id) if one.reading_id == made)


def list_readings(desk: Desk, case: str) -> list[ReadingRow]:
    """The newest reading of each file of a case that was read, in the order of exhibits and files."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        names, there = members(session), kept.kept(session.connection(), case_id)
        readings = newest_readings(session, case_id)
        files = session.execute(
            _FILES.where(Exhibit.case_id == case_id).order_by(Exhibit.number, SealedFile.created_at, SealedFile.id)
        )
        return [
            _row(readings[file.id], file, names.get(readings[file.id].created_by, ""), there.get(file.id))
            for file in files if file.id in readings
        ]  # fmt: skip


def rebuild(desk: Desk, case: str, file_id: str) -> ReadingRow:
    """Make the rows of a file anew from its sealed bytes; the row says whether they are what was found before."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        _file(session, case_id, file_id)
        reading = newest_readings(session, case_id).get(file_id)
    if reading is None:
        raise Refusal(Reason.FILE_NOT_READ, file=ltr(file_id))
    again(desk, case_id, reading)
    return next(one for one in list_readings(desk, case_id) if one.file_id == file_id)


def forget_items(desk: Desk, case: str, file_id: str) -> None:
    """Let the rows of a file go; they are made anew when somebody asks for them."""
    with desk.reading() as session:
        _file(session, case_id_of(session, case), file_id)
    with told_of_database():
        kept.forget(desk.engine, file_id)


def zone_of_case(desk: Desk, case: str) -> str:
    """The zone in which moments are placed that come without one."""
    with desk.reading() as session:
        return packs.pack_of(session, case_of(session, case)).timezone


_FILES = select(SealedFile.id, SealedFile.original_name, SealedFile.sha256, Exhibit.number).join(
    Exhibit, Exhibit.id == SealedFile.exhibit_id
)


def _file(session: Session, case_id: str, file_id: str) -> _File:
    found = session.execute(_FILES.where(Exhibit.case_id == case_id, SealedFile.id == file_id)).first()
    if found is None:
        raise Refusal(Reason.SEALED_FILE_UNKNOWN, file=ltr(visible(file_id[:80])))
    return found


def _checked(options: Mapping[str, object]) -> dict[str, object]:
    zone = str(options.get("zone") or "")
    if zone and zone_of(zone) is None:
        raise Refusal(Reason.ZONE_UNKNOWN, zone=ltr(visible(zone[:_OPTIONS])), example=ltr("Asia/Baghdad"))
    return {key: value for key, value in options.items() if value not in (None, "")}


def _unknown(told: Told) -> bool:
    return told.refused is not None and told.refused.key == COLUMNS_UNKNOWN


def _header(told: Told) -> str:
    """What the heading row of a table is told by, where the reader says what stands in it."""
    columns, sample = told.facts.get("columns"), told.facts.get("sample")
    if not isinstance(columns, list | tuple) or not columns:
        return ""
    if list(columns) == [str(n) for n in range(1, len(columns) + 1)]:
        # No heading was recognised: bare places are those of any table, and no choice may be carried over by them.
        first = sample[0] if isinstance(sample, list | tuple) and sample else ()
        columns = first if first and all(map(_heading, first)) else ()
    return header_of(columns) if columns else ""


def _heading(cell: object) -> bool:
    """Whether a cell can be the heading of a column rather than a number, a name of a device or a moment."""
    text = str(cell)
    return any(one.isalpha() for one in text) and sum(one.isdigit() for one in text) < _FIGURES


def _facts(told: Told, header: str) -> dict[str, object]:
    said: dict[str, object] = {
        "told": plain(told.facts), "first": told.first, "last": told.last,
        "senders": dict(sorted(told.senders.items(), key=lambda one: (-one[1], one[0]))[:_SENDERS]),
    }  # fmt: skip
    if header:
        said["header"] = header
    if told.refused is not None:
        said["refused"] = {"key": told.refused.key, "facts": plain(told.refused.facts)}
    made = plain(said)
    assert isinstance(made, dict)
    return made


def _row(one: Reading, file: _File, by: str, there: kept.Kept | None) -> ReadingRow:
    refused = one.facts.get("refused")
    mine = there if there and there.reading_id == one.id else None
    return ReadingRow(
        reading_id=one.id, file_id=one.file_id, exhibit=file.number, file_name=visible(file.original_name),
        sha256=file.sha256, format=one.format, version=one.version, at=one.created_at, by=by,
        options=one.options, counts=one.counts, senders=one.facts.get("senders", {}),
        first=one.facts.get("first", ""), last=one.facts.get("last", ""), facts=one.facts.get("told", {}),
        warnings=tuple(ToldRow(each["key"], each["facts"]) for each in one.warnings),
        refused=ToldRow(refused["key"], refused["facts"]) if refused else None, digest=one.digest,
        kept=mine.count if mine else 0, differs=mine is not None and mine.digest != one.digest,
    )  # fmt: skip


