"""The search index: derived, in step with the log, never in the way of an act, never in plain text. Invented people."""

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


def test_every_act_moves_the_index_with_the_log(desk: Desk, case: CaseRow) -> None:
    assert _current(desk)
    with desk.act(Act.SETTING_CHANGE):
        pass
    _add(desk, case.number)
    assert _current(desk)


def test_what_is_taken_back_is_not_found(desk: Desk, case: CaseRow) -> None:
    def half() -> None:
        with desk.act(Act.PERSON_ADD, case.case_id) as session:
            session.add(desk.stamp(_person(case.case_id)))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert _current(desk)
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
        assert _current(desk)
        assert _refs(desk) == ["P-01"]


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


def test_an_index_that_fails_stops_no_act_and_is_built_anew_before_the_next_search(
    desk: Desk, case: CaseRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_connection: Connection, _written: object) -> None:
        raise ValueError

    with monkeypatch.context() as patch:
        patch.setattr(keeping, "_replace", fail)
        _add(desk, case.number)
    assert [row.alias for row in people.list_people(desk, case.number)] == ["P-01"]
    assert not _current(desk)
    _add(desk, case.number, "Somebody Else")
    assert not _current(desk), "what was left out once is not forgotten by what comes after"
    assert _refs(desk) == ["P-01"]
    assert _current(desk)
    assert audit.verify(desk).ok


@pytest.mark.skipif(os.name != "posix", reason="the child is forked")
@pytest.mark.parametrize("moment", ["before the index", "after the commit"])
def test_killed_at_an_act_the_index_and_the_tables_say_the_same(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], moment: str
) -> None:
    folder = make_vault()
    with sign_in(folder) as desk:
        number = cases.open_case(desk, title="Synthetic case", kind="tip").number
    child = os.fork()
    if child == 0:
        desk = sign_in(folder)

        def die(*_: object) -> None:
            os.kill(os.getpid(), signal.SIGKILL)

        if moment == "before the index":
            keeping._replace = die
        else:
            desk.head_file.write = die  # type: ignore[method-assign]
        _add(desk, number)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    with sign_in(folder) as desk:
        kept = [row.alias for row in people.list_people(desk, number)]
        assert kept == ([] if moment == "before the index" else ["P-01"])
        assert _refs(desk) == kept
        assert _current(desk)


def _person(case_id: str) -> Person:
    return Person(
        case_id=case_id, ordinal=9, alias="P-09", sex="unknown", birth_kind="unknown", birth_low="", birth_high="",
        age_in_doubt=False, nationality="", languages=[], needs_interpreter=False, note="", corrects_id=None,
    )  # fmt: skip
