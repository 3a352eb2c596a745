"""Many people from a table: looked at first, line by line, then taken in as one act, all of them or none."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.exchange.incoming import content
from workbench.exchange.people_table import LineProblem, PersonLine, Table, write_template
from workbench.exchange.people_table.files import BYTES
from workbench.exchange.people_table.reading import people_in
from workbench.i18n import N_, language, ltr, visible
from workbench.models import Claim, Person
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of
from workbench.services.hits import Likeness, Why
from workbench.services.people.adding import complete, details
from workbench.services.people.checking import check, check_particulars, check_role
from workbench.services.people.claims import claim
from workbench.services.people.comparing import Described, compared
from workbench.services.people.likeness import likest_of
from workbench.services.people.listing import initials_of
from workbench.services.rows import ContactRow, NameRow, PaperRow, Particulars
from workbench.store import Desk, index

__all__ = ["Alike", "ImportPreview", "Imported", "LineProblem", "import_people", "preview", "template"]

# Says how far it is; answers False if it is to stop.
Progress = Callable[[int, int], bool]
_AT_ONCE = 500
# Beyond so many lines with the same first names, not every pair of them is held against each other.
_MOST_IN_GROUP = 40


@dataclass(frozen=True, slots=True)
class Alike:
    """A line that may be somebody known (a code in a case) or somebody in an earlier line of the same file."""

    line: int
    score: int
    reasons: tuple[Why, ...]
    case_number: str = ""
    alias: str = ""
    other_line: int = 0


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
    desk.require_import()
    file = _read(desk, case, path)
    alike = [*_within(file.table.rows), *_known(desk, case, file.table.rows, progress)]
    people = tuple(
        LineRow(one.line, one.code, initials_of(_names(one)), one.role) for one in file.table.rows
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
    rows = file.table.rows
    said = f"{len(rows)} people, SHA-256 {file.sha256}"
    with desk.act(Act.PERSON_IMPORT, case_id, subject=said) as session:
        codes = _codes(session, case_id, rows)
        for start in range(0, len(rows), _AT_ONCE):
            if progress is not None and not progress(start, len(rows)):
                raise Refusal(Reason.CANCELLED)
            _take_in(desk, session, case_id, list(zip(codes, rows, strict=True))[start : start + _AT_ONCE])
    if progress is not None:
        progress(len(rows), len(rows))
    return Imported(len(rows), f"P-{min(codes):02}", f"P-{max(codes):02}", file.sha256)
