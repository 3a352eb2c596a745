"""Verifying: sealed files read again and held against their hashes, all of them or those longest unverified."""

import json
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVarTuple

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.evidence import Progress
from workbench.i18n import visible
from workbench.models import AuditEntry, Case, Exhibit, FileCheck, Member, SealedFile
from workbench.security import Act
from workbench.services.finding import case_id_of
from workbench.services.sealing import shelf_of
from workbench.store import Desk

Ts = TypeVarTuple("Ts")
# What the log says of a check that found something, from before there were rows of checks.
_BROKEN, _WITHOUT_ROWS = "broken: ", b'"rows":[]'


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A sealed file and its newest check; ``checked_at`` is None as long as nobody has verified it."""

    file_id: str
    case: str
    exhibit: str
    name: str
    sha256: str
    size: int
    sealed_at: datetime
    whole: bool
    checked_at: datetime | None
    checked_by: str


@dataclass(frozen=True, slots=True)
class _File:
    file_id: str
    shelf_id: str
    sha256: str
    size: int
    exhibit: str


def verify_all(
    desk: Desk, case_id: str | None, progress: Progress | None = None, only: Collection[str] | None = None
) -> list[CheckRow]:
    """Verify every sealed file of a case, or of all; ``only`` those of these exhibits of it.

    Raises ``Refusal`` if stopped; what was found is recorded.
    """
    desk.require(Act.FILES_VERIFY)
    with desk.reading() as session:
        files = [one for one in _files(session, case_id) if only is None or one.exhibit in only]
    done = _verify(desk, case_id, files, progress)
    return _told(desk, case_id, done)


def verify_some(
    desk: Desk, case: str | None = None, *, share: float | None = None, most: int | None = None,
    minutes: float | None = None, progress: Progress | None = None,
) -> list[CheckRow]:  # fmt: skip
    """Verify the files longest unverified first: a ``share`` of them (1/30 each day sees all in a month), at most so
    many, or as many as can be begun within so many minutes. Those that were verified, broken ones first.
    """
    desk.require(Act.FILES_VERIFY)
    with desk.reading() as session:
        case_id = case_id_of(session, case) if case else None
        newest = _newest(session)
        files = sorted(_files(session, case_id), key=lambda one: newest.get(one.file_id, ("", ""))[0])
    if share is not None:
        files = files[: math.ceil(len(files) * min(max(share, 0.0), 1.0))]
    if most is not None:
        files = files[: max(most, 0)]
    until = None if minutes is None else desk.clock.monotonic() + minutes * 60
    return _told(desk, case_id, _verify(desk, case_id, files, progress, until))


def checks(desk: Desk, case: str | None = None) -> list[CheckRow]:
    """Every sealed file with its newest check, broken ones first, then those longest unverified. Reads no file."""
    with desk.reading() as session:
        return check_rows(desk, session, case_id_of(session, case) if case else None)


def check_rows(desk: Desk, session: Session, case_id: str | None) -> list[CheckRow]:
    """The rows of ``checks`` within a reading."""
    newest, broken = _newest(session), _broken_ids(desk, session, case_id)
    # Asked here: the list of cases draws on this module.
    names = {member.id: member.name for member in session.scalars(select(Member))}
    rows = []
    for file, number, case_number in session.execute(
        _wanted(select(SealedFile, Exhibit.number, Case.number), case_id).join(Case, Case.id == Exhibit.case_id)
    ):
        at, by = newest.get(file.id, ("", ""))
        rows.append(
            CheckRow(
                file.id, case_number, number, visible(file.path or file.original_name), file.sha256, file.size,
                file.created_at, file.id not in broken, datetime.fromisoformat(at) if at else None, names.get(by, ""),
            )
        )  # fmt: skip
    return sorted(rows, key=lambda one: (one.whole, one.checked_at or one.sealed_at, one.exhibit, one.name))


def require_whole(desk: Desk, case_id: str) -> None:
    """Raise ``Broken`` if a sealed file of the case is missing or altered: no paper may state its hash then."""
    with desk.reading() as session:
        files = _files(session, case_id)
    shelf = shelf_of(desk)
    for file in files:
        shelf.require(file.shelf_id, file.sha256, file.size, file.exhibit)


def known_broken(desk: Desk, session: Session, case_id: str) -> tuple[str, ...]:
    """The exhibits with a sealed file that is gone, or that its newest check found broken; nothing is read anew."""
    broken = _broken_ids(desk, session, case_id)
    return tuple(dict.fromkeys(one.exhibit for one in _files(session, case_id) if one.file_id in broken))


def _verify(
    desk: Desk, case_id: str | None, files: Sequence[_File], progress: Progress | None, until: float | None = None
) -> set[str]:
    """Read the files and record what was found; the ids of those that were read to their end."""
    shelf, total, before = shelf_of(desk), sum(one.size for one in files), 0
    good: list[_File] = []
    bad: list[_File] = []
    stopped = False

    def tell(done: int, _size: int) -> bool:
        return progress is None or progress(before + done, total)

    for file in files:
        if until is not None and (good or bad) and desk.clock.monotonic() >= until:
            break
        try:
            whole = shelf.verify(file.shelf_id, file.sha256, file.size, tell)
        except Refusal:
            stopped = True
            break
        (good if whole else bad).append(file)
        before += file.size
    if good or bad or not stopped:
        _record(desk, case_id, good, bad)
    if stopped:
        raise Refusal(Reason.CANCELLED)
    return {one.file_id for one in (*good, *bad)}


def _record(desk: Desk, case_id: str | None, good: Sequence[_File], bad: Sequence[_File]) -> None:
    broken = ",".join(dict.fromkeys(one.exhibit for one in bad))
    subject = f"{_BROKEN}{broken}" if broken else f"{len(good)}"
    with desk.act(Act.FILES_VERIFY, case_id, subject=subject) as session:
        ids = [one.file_id for one in (*good, *bad)]
        session.add(desk.stamp(FileCheck(case_id=case_id, files=ids, broken=[one.file_id for one in bad])))


def _told(desk: Desk, case_id: str | None, done: set[str]) -> list[CheckRow]:
    with desk.reading() as session:
        return [one for one in check_rows(desk, session, case_id) if one.file_id in done]


def _files(session: Session, case_id: str | None) -> list[_File]:
    columns = (SealedFile.id, SealedFile.shelf_id, SealedFile.sha256, SealedFile.size, Exhibit.number)
    return [_File(*row) for row in session.execute(_wanted(select(*columns), case_id))]


def _wanted(query: Select[*Ts], case_id: str | None) -> Select[*Ts]:
    query = query.join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
    query = query if case_id is None else query.where(Exhibit.case_id == case_id)
    return query.order_by(Exhibit.case_id, Exhibit.number, SealedFile.created_at, SealedFile.id)


def _newest(session: Session) -> dict[str, tuple[str, str]]:
    """When and by whom each file was last verified."""
    found: dict[str, tuple[str, str]] = {}
    for check in session.scalars(select(FileCheck).order_by(FileCheck.created_at, FileCheck.id)):
        found.update(dict.fromkeys(check.files, (check.created_at.isoformat(), check.created_by)))
    return found


def _broken_ids(desk: Desk, session: Session, case_id: str | None) -> set[str]:
    """The files of a case, or of all, that are gone or that their newest check found broken."""
    found: dict[str, bool] = {}
    for check in session.scalars(select(FileCheck).order_by(FileCheck.created_at, FileCheck.id)):
        found.update(dict.fromkeys(check.files, False))
        found.update(dict.fromkeys(check.broken, True))
    earlier, shelf = _named_before(session, case_id), shelf_of(desk)
    return {
        one.file_id for one in _files(session, case_id)
        if found.get(one.file_id, one.exhibit in earlier) or not shelf.path(one.shelf_id).is_file()
    }  # fmt: skip


def _named_before(session: Session, case_id: str | None) -> Iterable[str]:
    """The exhibits that the newest check named which kept no row of its own."""
    wanted = select(AuditEntry.body).where(
        AuditEntry.act == Act.FILES_VERIFY.value, func.instr(AuditEntry.body, _WITHOUT_ROWS) > 0
    )
    if case_id is not None:
        wanted = wanted.where(or_(AuditEntry.case_id == case_id, AuditEntry.case_id.is_(None)))
    newest = session.scalars(wanted.order_by(AuditEntry.seq.desc()).limit(1)).first()
    named = str(json.loads(newest)["subject"]) if newest else ""
    return named.removeprefix(_BROKEN).split(",") if named.startswith(_BROKEN) else ()

