"""Many people from a table: looked at first, line by line, then taken in as one act, all of them or none."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.exchange.incoming import content
from workbench.exchange.people_table import LineProblem, PersonLine, Table, write_template
from workbench.exchange.people_table.files import BYTES
from workbench.exchange.people_table.reading import people_in
from workbench.i18n import N_, visible
from workbench.models import Person
from workbench.security import Act
from workbench.services.finding import case_id_of
from workbench.services.indexed import ready
from workbench.services.people.claims import claim
from workbench.services.people.doubting import Alike, Progress, known_already, twice_in_file
from workbench.services.people.entering import described, details, names, person, problems_of, since
from workbench.services.people.keeping import detail_rows, region_of
from workbench.services.people.listing import initials_of
from workbench.store import Desk

__all__ = ["Alike", "ImportPreview", "Imported", "LineProblem", "import_people", "preview", "template"]

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line as it would be taken in, its name hidden as everywhere."""

    line: int
    code: str
    initials: tuple[str, ...]
    role: str


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a table would bring: its people, what is wrong with it by line and column, and who may be known already."""

    file: str
    sha256: str
    people: tuple[LineRow, ...]
    problems: tuple[LineProblem, ...]
    doubts: tuple[LineProblem, ...]
    alike: tuple[Alike, ...]
    columns: tuple[str, ...]
    encoding: str
    separator: str

    @property
    def ready(self) -> bool:
        """Whether it can be taken in as it is."""
        return bool(self.people) and not self.problems


@dataclass(frozen=True, slots=True)
class Imported:
    """What was taken in: how many, under which codes, from which bytes."""

    count: int
    first: str
    last: str
    sha256: str


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    sha256: str
    table: Table
    problems: tuple[LineProblem, ...]


def template(path: Path, tag: str) -> None:
    """Write an empty table to fill in, with headings in a language."""
    write_template(path, tag)


def preview(desk: Desk, case: str, path: Path, *, progress: Progress | None = None) -> ImportPreview:
    """Look at a table without taking anything in. Raises ``Refusal`` for a file that is no such table."""
    desk.require(Act.PERSON_IMPORT)
    file = _read(desk, case, path)
    lines = [(row.line, described(row)) for row in file.table.rows]
    alike = [*twice_in_file(lines), *known_already(desk, case, lines, progress)]
    people = tuple(
        LineRow(one.line, one.code, initials_of(names(one)), one.role) for one in file.table.rows
    )  # fmt: skip
    return ImportPreview(
        file.name, file.sha256, people, file.problems, file.table.doubts,
        tuple(sorted(alike, key=lambda one: (one.line, -one.score))), file.table.columns, file.table.encoding,
        file.table.separator,
    )  # fmt: skip


def import_people(
    desk: Desk, case: str, path: Path, *, sha256: str = "", progress: Progress | None = None
) -> Imported:
    """Take in all people of a table in one act, or none. ``sha256``: that of the file which was looked at before.

    Raises ``Refusal`` naming the first line that is wrong, or if the file is not the one that was looked at.
    """
    file = _read(desk, case, path)
    if sha256 and sha256 != file.sha256:
        raise Refusal(Reason.FILE_CHANGED, file=file.name)
    if file.problems or not file.table.rows:
        first = file.problems[0] if file.problems else LineProblem(0, "", N_("there is nobody in it"))
        raise Refusal(
            Reason.PEOPLE_WRONG, file=file.name, line=first.line, problem=lambda spoken: first.say(spoken)
        )
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    rows, region, zone = file.table.rows, region_of(desk), desk.station.zone
    said = f"{len(rows)} people, SHA-256 {file.sha256}"
    with desk.act(Act.PERSON_IMPORT, case_id, subject=said) as session:
        codes = _codes(rows, _taken(session, case_id))
        for start in range(0, len(rows), _AT_ONCE):
            if progress is not None and not progress(start, len(rows)):
                raise Refusal(Reason.CANCELLED)
            some = list(zip(codes, rows, strict=True))[start : start + _AT_ONCE]
            _take_in(desk, session, case_id, some, region, zone)
    # So many rows are taken into the index now, not when somebody first searches.
    ready(desk)
    if progress is not None:
        progress(len(rows), len(rows))
    return Imported(len(rows), f"P-{min(codes):02}", f"P-{max(codes):02}", file.sha256)


def _read(desk: Desk, case: str, path: Path) -> _File:
    """The table and everything that stands in the way of taking it in, the codes of the case among it."""
    data, name = content(path, BYTES), visible(path.name)
    today = desk.clock.now().date()
    table = people_in(data, name, today=today, region=region_of(desk))
    with desk.reading() as session:
        taken = _taken(session, case_id_of(session, case))
    problems = list(table.problems)
    for row in table.rows:
        if row.code and _ordinal(row.code) is None:
            problems.append(LineProblem(row.line, "code", N_("a code is P- and a number, for instance P-03")))
        elif _ordinal(row.code) in taken:
            problems.append(LineProblem(row.line, "code", N_("this code is already taken in the case")))
        problems += problems_of(row, today)
    problems.sort(key=lambda one: one.line)
    return _File(name, hashlib.sha256(data).hexdigest(), table, tuple(problems))


def _take_in(
    desk: Desk, session: Session, case_id: str, some: Sequence[tuple[int, PersonLine]], region: str,
    zone: str,
) -> None:  # fmt: skip
    now = desk.clock.now()
    people = [person(desk, case_id, ordinal, row) for ordinal, row in some]
    session.add_all(people)
    session.flush()
    for one, (_, row) in zip(people, some, strict=True):
        session.add_all(detail_rows(desk, one.id, details(row), region))
        session.add(
            claim(desk, case_id, one.alias, row.role, row.basis, row.decided_by, since(row, now, zone), row.custody)
        )
    session.flush()


def _taken(session: Session, case_id: str) -> set[int]:
    return set(session.scalars(select(Person.ordinal).where(Person.case_id == case_id)))


def _ordinal(code: str) -> int | None:
    """The number behind a code; None if it is no code of a person."""
    figures = code.upper().removeprefix("P-")
    told = code.upper().startswith("P-") and figures.isascii() and figures.isdigit()
    return int(figures) or None if told else None


def _codes(rows: Iterable[PersonLine], taken: set[int]) -> list[int]:
    """The number of each person: the one in the line, or the next that is free after all that are known."""
    asked = [_ordinal(row.code) if row.code else None for row in rows]
    free = max([*taken, *(one for one in asked if one)], default=0)
    codes = []
    for one in asked:
        free += one is None
        codes.append(free if one is None else one)
    return codes
