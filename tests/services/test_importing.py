"""Many people from a table: all or none, looked at first. All people are invented."""

import hashlib
from pathlib import Path

import pytest

from tests.desks import refused
from workbench.errors import Reason
from workbench.services import audit, people, search
from workbench.services.people import importing
from workbench.services.rows import CaseRow, NameRow
from workbench.store import Desk

HEAD = "code,ism,father,family,sex,phone,role,basis"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    _write(
        path, ",Sara,Karim,Jaf,female,0770 555 1234,witness,told", "P-07,سارا,کەریم,جاف,female,,possible victim,told"
    )
    return path


def _write(path: Path, *lines: str) -> None:
    path.write_text("\n".join([HEAD, *lines]), encoding="utf-8")


def test_a_table_is_looked_at_and_then_taken_in_as_one_act(desk: Desk, case: CaseRow, table: Path) -> None:
    known = NameRow("record", as_written="سارة كريم الجاف")
    people.add_person(desk, case.number, names=[known], role="witness", basis="b")
    looked = importing.preview(desk, case.number, table)
    assert looked.ready
    assert [row.initials for row in looked.people] == [("S", "J"), ("س", "ج")]
    assert {(one.line, one.alias, one.other_line) for one in looked.alike} >= {(2, "P-01", 0), (3, "", 2)}
    before = desk.head.size
    done = importing.import_people(desk, case.number, table, sha256=looked.sha256)
    assert (done.count, desk.head.size) == (2, before + 1)
    assert [row.alias for row in people.list_people(desk, case.number)] == ["P-01", "P-07", "P-08"]
    entry = audit.show(desk, case.number, limit=1)[0]
    assert entry.act == "person.import"
    assert entry.subject == f"2 people, SHA-256 {hashlib.sha256(table.read_bytes()).hexdigest()}"
    assert {hit.ref for hit in search.search(desk, "Sara Karim")} == {"P-01", "P-07", "P-08"}
    assert audit.verify(desk).ok


def test_one_bad_line_keeps_all_of_them_out(desk: Desk, case: CaseRow, table: Path) -> None:
    _write(table, ",Sara,,,female,,witness,told", ",Dilan,,,female,,king,told", "X-1,Azad,,,male,,witness,")
    looked = importing.preview(desk, case.number, table)
    assert not looked.ready
    assert {(one.line, one.column) for one in looked.problems} >= {(3, "role"), (4, "code"), (4, "basis")}
    told = refused(Reason.PEOPLE_WRONG, lambda: importing.import_people(desk, case.number, table))
    assert told.facts["line"] == 3
    assert people.list_people(desk, case.number) == []


def test_a_code_of_somebody_else_is_refused_by_line(desk: Desk, case: CaseRow, table: Path) -> None:
    people.add_person(desk, case.number, alias="P-07", role="witness", basis="b")
    assert [(one.line, one.column) for one in importing.preview(desk, case.number, table).problems] == [(3, "code")]


def test_another_file_than_the_one_looked_at_is_refused(desk: Desk, case: CaseRow, table: Path) -> None:
    looked = importing.preview(desk, case.number, table)
    _write(table, ",Somebody,Else,,female,,suspect,told")
    refused(Reason.FILE_CHANGED, lambda: importing.import_people(desk, case.number, table, sha256=looked.sha256))
    assert people.list_people(desk, case.number) == []


def test_stopped_in_the_middle_nothing_is_kept(
    desk: Desk, case: CaseRow, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_AT_ONCE", 1)
    seen: list[int] = []

    def progress(done: int, _total: int) -> bool:
        seen.append(done)
        return done < 1

    refused(Reason.CANCELLED, lambda: importing.import_people(desk, case.number, table, progress=progress))
    assert seen == [0, 1]
    assert people.list_people(desk, case.number) == []
    assert search.search(desk, "Sara") == []


def test_an_empty_table_and_no_table_are_refused(desk: Desk, case: CaseRow, table: Path) -> None:
    _write(table)
    refused(Reason.PEOPLE_WRONG, lambda: importing.import_people(desk, case.number, table))
    refused(Reason.FILE_MISSING, lambda: importing.preview(desk, case.number, table.with_name("gone.csv")))
