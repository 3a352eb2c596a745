"""Reading a table of people: every line becomes a person, every bad cell a problem; nothing is stored."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from workbench.exchange.incoming import content
from workbench.exchange.people_table import columns
from workbench.exchange.people_table.cells import Cells
from workbench.exchange.people_table.columns import Column
from workbench.exchange.people_table.files import BYTES, Rows, letters, rows_of, unreadable
from workbench.exchange.people_table.lines import LineProblem, PersonLine, Table
from workbench.i18n import N_, visible
from workbench.identity.cards import canonical, part_of
from workbench.identity.nations import find_nation

_NAME_COLUMNS = ("ism", "family", "as_written", "passport_name", "kunya", "code")
_NEEDED = ("role", "basis")
_SAME = {
    "code": N_("line {earlier} has the same code"),
    "paper_number": N_("line {earlier} has a paper with the same number"),
}


def read_people(path: Path, *, today: date, region: str) -> Table:
    """The people in a CSV file or in the first sheet of an Excel workbook (.xlsx), with all that is wrong with them.

    ``today``: for ages and for what cannot lie ahead. ``region``: the country (ISO 3166, two letters) whose telephone
    numbers need no country code and whose places are known. Whether anything is taken in although there are problems
    is for the caller to say. Raises ``Refusal`` for a file that is missing, too large or no such table.
    """
    return people_in(content(path, BYTES), visible(path.name), today=today, region=region)


def people_in(data: bytes, file: str, *, today: date, region: str) -> Table:
    """The people in these bytes; see ``read_people``. ``file`` is the name that a refusal tells."""
    rows = rows_of(data, file, columns.known)
    if not rows.rows:
        raise unreadable(file, N_("it is empty"))
    (line, heading), *body = rows.rows
    found, problems, doubts = _headings(line, heading)
    keys = {column.key for column in found.values()}
    if not keys & set(_NAME_COLUMNS):
        raise unreadable(file, N_("no heading in its first row is one for a name or a code"))
    problems += [LineProblem(line, key, N_("this column is missing")) for key in _NEEDED if key not in keys]
    problems += _placed(rows, found)
    most = max((column.which for column in found.values()), default=1)
    people = []
    for number, cells in body:
        one = Cells(number, _by_column(number, cells, found, problems), today, region)
        people.append(_person(number, one, most, keys))
        problems += one.problems
        doubts += one.doubts
    problems += _twice(people)
    return Table(
        tuple(people), _in_order(problems), _in_order([*rows.doubts, *doubts]),
        tuple(key for key in columns.every() if key in keys), rows.encoding, rows.separator,
    )  # fmt: skip


def _headings(line: int, cells: list[str]) -> tuple[dict[int, Column], list[LineProblem], list[LineProblem]]:
    """The column of each place, and what is wrong with headings: the same one twice, or one that is not known."""
    found: dict[int, Column] = {}
    problems: list[LineProblem] = []
    doubts: list[LineProblem] = []
    for place, cell in enumerate(cells):
        column = columns.column(cell) if cell.strip() else None
        shown = visible(cell.strip())[:60]
        if column is None:
            if shown:
                doubts.append(LineProblem(line, shown, N_("this heading is not known; the column was not read")))
        elif column in found.values() and column.key not in ("phone", "languages"):
            problems.append(LineProblem(line, shown, N_("this heading stands here twice")))
        else:
            found[place] = column
    return found, problems, doubts


def _placed(rows: Rows, found: dict[int, Column]) -> list[LineProblem]:
    """What was wrong with cells of a workbook, under the keys of their columns."""
    names = dict(zip(letters(max(found, default=0) + 1), range(max(found, default=0) + 1), strict=True))
    placed = []
    for one in rows.problems:
        column = found.get(names.get(one.column, -1))
        placed.append(LineProblem(one.line, column.key, one.text, one.facts) if column else one)
    return placed


def _by_column(
    line: int, cells: list[str], found: dict[int, Column], problems: list[LineProblem]
) -> dict[tuple[str, int], list[str]]:
    by_column: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    beyond = max(found) + 1
    for place, cell in enumerate(cells):
        column = found.get(place)
        if column is not None:
            if cell and not cell.isspace():
                by_column[column.key, column.which].append(cell)
        elif place >= beyond and cell.strip():
            # One separator too many shifts all that follows: a name would stand where a role belongs.
            problems.append(LineProblem(line, "", N_("the line has more cells than the table has headings")))
            break
    return by_column


def _person(line: int, one: Cells, most: int, keys: set[str]) -> PersonLine:
    governorate, district = one.place()
    names = {
        key: one.text(key)
        for key in (
            "code", "ism", "father", "grandfather", "great_grandfather", "family", "mother", "kunya", "as_written",
            "passport_name", "address", "decided_by",
        )
    }  # fmt: skip
    person = PersonLine(
        line=line, **names, sex=one.choice("sex", "sex") or "unknown", birth=one.birth(), nationality=one.nationality(),
        languages=one.languages(), needs_interpreter=one.truth("needs_interpreter"), papers=one.papers(most),
        phones=one.phones(), governorate=governorate, district=district, role=one.choice("role", "role"),
        basis=one.text("basis", lines=True), since=one.since(), custody=one.choice("custody", "custody"),
        note=one.text("note", lines=True),
    )  # fmt: skip
    _whole(person, one, keys)
    return person


def _whole(person: PersonLine, one: Cells, keys: set[str]) -> None:
    """What only the whole line shows: nobody in it, no role, or the example of the template."""
    if person.code.upper() == columns.example("en")["code"]:
        one.wrong("code", N_("this is the example of the template; delete the line"))
        return
    if "role" in keys and not person.role and not one.text("role"):
        one.wrong("role", N_("no role is given"))
    if "basis" in keys and not person.basis:
        one.wrong("basis", N_("it is not said on what the role rests"))
    if not any(getattr(person, key) for key in _NAME_COLUMNS):
        one.doubt("ism", N_("the line has neither a name nor a code"))


def _twice(people: Iterable[PersonLine]) -> list[LineProblem]:
    """Lines that cannot both be right: one code twice, or one number of one kind of paper twice."""
    first: dict[tuple[str, ...], int] = {}
    problems = []
    for person in people:
        marks: list[tuple[str, tuple[str, ...]]] = [("code", ("code", person.code.upper()))] if person.code else []
        for paper in person.papers:
            if paper.number:
                part = part_of(paper.kind, find_nation(paper.issuer), paper.number)
                marks.append(("paper_number", ("paper", paper.kind, part, canonical(paper.number))))
        for column, mark in dict.fromkeys(marks):
            earlier = first.setdefault(mark, person.line)
            if earlier != person.line:
                problems.append(LineProblem(person.line, column, _SAME[column], {"earlier": earlier}))
    return problems


def _in_order(found: list[LineProblem]) -> tuple[LineProblem, ...]:
    return tuple(sorted(found, key=lambda one: one.line))
