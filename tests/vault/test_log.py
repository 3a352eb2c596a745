"""The log: whatever is changed, removed, added, moved or rolled back behind the program's back shows."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import Broken, Reason
from workbench.security.canonical import canonical
from workbench.security.chain import Break, Head, Link, check, leaf, seal
from workbench.services import audit, cases, people
from workbench.services.rows import CaseRow
from workbench.store import Desk


def _unguarded(desk: Desk, *statements: str) -> None:
    """Do what somebody with the key and another tool could do."""
    with desk.engine.begin() as raw:
        names = [
            row[0] for row in raw.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ]
        for name in names:
            raw.exec_driver_sql(f'DROP TRIGGER "{name}"')
        raw.exec_driver_sql("PRAGMA foreign_keys = OFF")
        for statement in statements:
            raw.exec_driver_sql(statement)


def test_a_log_that_nobody_touched_holds(desk: Desk, case: CaseRow) -> None:
    verdict = audit.verify(desk)
    assert verdict.ok, verdict.problem
    assert verdict.entries == desk.head.size


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE audit_entry SET body = replace(body, 'Tester', 'Nobody') WHERE seq = 2", "entry 2"),
        ("UPDATE audit_entry SET digest = '00' WHERE seq = 2", "entry 2"),
        ("DELETE FROM audit_entry WHERE seq = 2", "entry 2"),
        ("DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)", "behind"),
        ("UPDATE audit_entry SET seq = -seq WHERE seq IN (2, 3)", "entry 1"),
        ("UPDATE \"case\" SET title = 'Another'", "case: a row was changed"),
        ("UPDATE claim SET role = 'suspect'", "claim: a row was changed"),
        ("DELETE FROM person_name", "person_name: a row is gone"),
        (
            "INSERT INTO phone (id, created_at, created_by, station_id, person_id, number) "
            "SELECT '0', created_at, created_by, station_id, id, '1' FROM person",
            "phone: a row is not in the log",
        ),
    ],
)
def test_what_is_changed_behind_the_program_shows(
    desk: Desk, case: CaseRow, statement: str, where: str
) -> None:
    from workbench.services.rows import NameRow

    people.add_person(
        desk, case.number, names=[NameRow("record", ism="Synthetic")], role="witness", basis="test"
    )
    _unguarded(desk, statement)
    verdict = audit.verify(desk)
    assert not verdict.ok
    assert where in verdict.problem


def test_an_old_database_put_back_is_refused(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], tmp_path: Path
) -> None:
    folder = make_vault()
    shutil.copy(folder / "vault.db", tmp_path / "old.db")
    with sign_in(folder) as desk:
        cases.open_case(desk, title="Later", kind="tip")
    shutil.copy(tmp_path / "old.db", folder / "vault.db")
    with pytest.raises(Broken) as broken:
        sign_in(folder)
    assert broken.value.reason is Reason.LOG_BROKEN


def test_a_head_left_behind_by_a_power_cut_is_caught_up_and_said(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], tmp_path: Path
) -> None:
    folder = make_vault()
    shutil.copy(folder / "vault.head", tmp_path / "head")
    with sign_in(folder) as desk:
        cases.open_case(desk, title="Later", kind="tip")
    shutil.copy(tmp_path / "head", folder / "vault.head")
    with sign_in(folder) as desk:
        assert "log.resumed" in [row.act for row in audit.show(desk)]
        assert audit.verify(desk).ok


@pytest.mark.parametrize("keep", [0, 1])
def test_a_torn_head_leaves_the_other_slot(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], keep: int
) -> None:
    folder = make_vault()
    path = folder / "vault.head"
    content = bytearray(path.read_bytes())
    content[128 * keep : 128 * keep + 40] = bytes(40)
    path.write_bytes(content)
    with sign_in(folder) as desk:
        assert audit.verify(desk).ok


@pytest.mark.parametrize("content", [None, b"", bytes(256)], ids=["gone", "empty", "zeros"])
def test_a_lost_head_is_not_believed(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], content: bytes | None
) -> None:
    folder = make_vault()
    path = folder / "vault.head"
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(Broken) as broken:
        sign_in(folder)
    assert broken.value.reason is Reason.LOG_BROKEN


def test_a_hidden_name_is_logged_before_it_shows(desk: Desk, case: CaseRow) -> None:
    person = people.add_person(desk, case.number, role="possible_victim", basis="test")
    people.reveal(desk, case.number, person.alias, "writing the shelter letter")
    newest = audit.show(desk, case.number)[0]
    assert (newest.act, newest.subject, newest.reason) == (
        "person.reveal",
        "P-01",
        "writing the shelter letter",
    )


entries = st.lists(
    st.dictionaries(st.sampled_from("abc"), st.text(max_size=8) | st.integers()), min_size=1, max_size=8
)


def _chain(bodies: list[dict[str, object]]) -> list[Link]:
    head, links = Head(), []
    for body in bodies:
        sealed, head = seal(head, body)
        links.append(Link(head.size, sealed, head.digest))
    return links


@given(entries, st.data())
def test_no_link_can_be_left_out_doubled_moved_or_changed(
    bodies: list[dict[str, object]], data: st.DataObject
) -> None:
    links = _chain(bodies)
    whole = check(links)
    assert isinstance(whole, Head)
    at = data.draw(st.integers(0, len(links) - 1))
    kept = Head(len(links), links[-1].digest)
    one, before, after = links[at], links[:at], links[at + 1 :]
    altered = Link(one.seq, one.body + b" ", one.digest)
    rehashed = Link(one.seq, one.body + b" ", leaf(one.body + b" "))
    for changed in (
        [*before, *after],
        [*before, one, one, *after],
        [*before, altered, *after],
        [*before, rehashed, *after],
    ):
        assert isinstance(check(changed, kept), Break)


@given(entries)
def test_a_fork_is_told_from_the_head_kept_elsewhere(bodies: list[dict[str, object]]) -> None:
    links = _chain(bodies)
    assert check(links, Head(len(links), "0" * 64)) == Break(len(links), "fork")
    assert check(links, Head(len(links) + 1, "0" * 64)) == Break(len(links) + 1, "behind")


def test_floats_have_no_canonical_form() -> None:
    with pytest.raises(TypeError):
        canonical({"a": [1.5]})
