"""The search index: derived, in step with the log, never in plain text. All people are invented."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from workbench.models import Person
from workbench.security import Act
from workbench.services import audit, cases, people, search
from workbench.services.rows import CaseRow, NameRow
from workbench.store import Desk, index
from workbench.store.index import keeping

MARKER = "Zephyrinia Quillfeather"


def _add(desk: Desk, case: str, name: str = MARKER) -> None:
    people.add_person(desk, case, names=[NameRow("record", as_written=name)], role="witness", basis="b")


def _refs(desk: Desk, text: str = MARKER) -> list[str]:
    return [hit.ref for hit in search.search(desk, text)]


def _current(desk: Desk) -> bool:
    with desk.reading() as session:
        return index.is_current(session.connection(), desk.head)


def test_no_name_stands_in_any_file_of_the_vault(desk: Desk, case: CaseRow) -> None:
    _add(desk, case.number)
    assert _refs(desk) == ["P-01"]
    desk.checkpoint()
    marks = [
        word.encode(code) for word in (*MARKER.split(), *MARKER.lower().split(), *index.keys(MARKER))
        for code in ("utf-8", "utf-16-le") if len(word) > 4
    ]  # fmt: skip
    for path in desk.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(mark in content for mark in marks), path.name


def test_a_search_first_takes_in_what_the_log_names(
    desk: Desk, case: CaseRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert search.search(desk, "nobody") == []
    monkeypatch.delattr(keeping, "rebuild")
    with desk.act(Act.SETTING_CHANGE):
        pass
    _add(desk, case.number)
    people.correct_person(desk, case.number, "P-01", reason="misheard", names=[NameRow("record", ism="Somebody")])
    _add(desk, case.number)
    assert not _current(desk)
    assert (_refs(desk), _refs(desk, "Somebody")) == (["P-02"], ["P-01"])
    assert _current(desk)


def test_what_is_taken_back_is_not_found(desk: Desk, case: CaseRow) -> None:
    def half() -> None:
        with desk.act(Act.PERSON_ADD, case.case_id) as session:
            session.add(desk.stamp(_person(case.case_id)))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert search.search(desk, "P-09") == []


def test_an_index_that_lags_is_built_anew_at_the_next_sign_in(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    folder = make_vault()
    with sign_in(folder) as desk:
        number = cases.open_case(desk, title="Synthetic case", kind="tip").number
        _add(desk, number)
        with desk.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM search_entry")
            connection.exec_driver_sql("UPDATE search_state SET seq = seq - 1")
    with sign_in(folder) as desk:
        assert _refs(desk) == ["P-01"]
        assert _current(desk)


def test_a_vault_without_an_index_is_given_one(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    folder = make_vault()
    with sign_in(folder) as desk:
        _add(desk, cases.open_case(desk, title="Synthetic case", kind="tip").number)
        with desk.engine.begin() as connection:
            for name in ("search_key", "search_word", "search_number", "search_entry", "search_thing", "search_state"):
                connection.exec_driver_sql(f"DROP TABLE {name}")
    with sign_in(folder) as desk:
        assert _refs(desk) == ["P-01"]


def test_an_index_that_cannot_follow_is_built_anew(
    desk: Desk, case: CaseRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_connection: Connection, _written: object) -> None:
        raise ValueError

    _add(desk, case.number)
    monkeypatch.setattr(keeping, "_replace", fail)
    assert _refs(desk) == ["P-01"]
    assert _current(desk)
    assert audit.verify(desk).ok


@pytest.mark.skipif(os.name != "posix", reason="the child is forked")
@pytest.mark.parametrize("moment", ["while it follows", "while it is built anew", "after the commit of an act"])
def test_killed_at_any_moment_the_index_says_what_the_tables_say(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], moment: str
) -> None:
    folder = make_vault()
    with sign_in(folder) as desk:
        number = cases.open_case(desk, title="Synthetic case", kind="tip").number
    child = os.fork()
    if child == 0:
        _die_at(moment, sign_in(folder), number)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    with sign_in(folder) as desk:
        assert [row.alias for row in people.list_people(desk, number)] == ["P-01"]
        assert _refs(desk) == ["P-01"]
        assert _current(desk)


def _die_at(moment: str, desk: Desk, number: str) -> None:
    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    if moment == "after the commit of an act":
        desk.head_file.write = die  # type: ignore[method-assign]
        _add(desk, number)
    _add(desk, number)
    follow = keeping._replace

    def half(connection: Connection, written: object) -> None:
        if moment == "while it is built anew":
            raise ValueError
        follow(connection, written)  # type: ignore[arg-type]
        die()

    keeping._replace = half  # type: ignore[assignment]
    keeping.shape.mark = die
    search.search(desk, MARKER)


def _person(case_id: str) -> Person:
    return Person(
        case_id=case_id, ordinal=9, alias="P-09", sex="unknown", birth_kind="unknown", birth_low="", birth_high="",
        age_in_doubt=False, nationality="", languages=[], needs_interpreter=False, note="", corrects_id=None,
    )  # fmt: skip
