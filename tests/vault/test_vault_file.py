"""The vault file: never plain, never half, never opened twice, and only the SQL we mean."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.errors import Broken, Fault, Reason, Refusal
from workbench.models import Case, StepDraft
from workbench.security import Act
from workbench.services import cases, vaults
from workbench.services.rows import CaseRow
from workbench.store import Desk, World, connection

MARKER = "يعقوب-Marker-ڕۆژ"


def test_nothing_in_the_folder_is_plain(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    folder = make_vault()
    with sign_in(folder) as desk:
        cases.open_case(desk, title=MARKER, kind="tip")
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            for path in folder.rglob("*"):
                assert not path.is_file() or MARKER.encode(encoding) not in path.read_bytes(), path
    for path in folder.rglob("*"):
        assert not path.is_file() or not path.read_bytes().startswith(b"SQLite format 3\0"), path


def test_a_plain_database_in_its_place_is_refused(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    folder = make_vault()
    (folder / "vault.db").unlink()
    with sqlite3.connect(folder / "vault.db") as plain:
        plain.execute("CREATE TABLE t (x)")
    plain.close()
    with pytest.raises(Broken) as broken:
        sign_in(folder)
    assert broken.value.reason is Reason.VAULT_PLAINTEXT


@pytest.mark.parametrize("keep", [0, 100, 4096, 20_000])
def test_a_truncated_vault_is_said_to_be_damaged(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], keep: int
) -> None:
    folder = make_vault()
    path = folder / "vault.db"
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(Broken) as broken:
        sign_in(folder).close()
    assert broken.value.reason in (Reason.VAULT_DAMAGED, Reason.LOG_BROKEN)


def test_a_missing_database_is_said_to_be_damaged(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    folder = make_vault()
    (folder / "vault.db").unlink()
    with pytest.raises(Broken) as broken:
        sign_in(folder)
    assert broken.value.reason is Reason.VAULT_DAMAGED


def test_a_vault_of_a_newer_program_is_left_alone(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    folder = make_vault()
    with sign_in(folder) as desk, desk.engine.begin() as raw:
        raw.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(Refusal) as refused:
        sign_in(folder)
    assert refused.value.reason is Reason.VAULT_NEWER
    assert (folder / "vault.db").read_bytes() == before


def test_the_second_one_is_told_who_has_it(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    folder = make_vault()
    with sign_in(folder):
        with pytest.raises(Refusal) as refused:
            sign_in(folder)
        assert refused.value.reason is Reason.VAULT_OPEN_ELSEWHERE
        assert refused.value.facts["who"] == USER
    sign_in(folder).close()


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE '/x/y' AS other KEY ''",
        "PRAGMA temp_store = FILE",
        "PRAGMA key = 'x'",
        "PRAGMA rekey = 'x'",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA writable_schema = ON",
        "PRAGMA cipher_log_level = DEBUG",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')",
        "VACUUM INTO '/x/copy.db'",
    ],
)
def test_only_the_sql_we_mean(desk: Desk, statement: str) -> None:
    raw = desk.engine.raw_connection()
    try:
        with pytest.raises(connection.driver.Error):
            raw.cursor().execute(statement)
    finally:
        raw.close()


def test_vacuum_still_works(desk: Desk) -> None:
    raw = desk.engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM")
    finally:
        raw.close()
    assert vaults.check_vault(desk).ok


@pytest.mark.parametrize("verb", ['UPDATE "{}" SET id = id', 'DELETE FROM "{}"'])
def test_what_is_only_added_is_never_changed(desk: Desk, case: CaseRow, verb: str) -> None:
    with pytest.raises(Exception, match="append-only"), desk.engine.begin() as raw:
        raw.exec_driver_sql(verb.format("pack"))


def test_drafts_are_the_only_thing_written_without_an_act(desk: Desk, case: CaseRow) -> None:
    def rename() -> None:
        with desk.drafting() as session:
            session.get_one(Case, case.case_id).title = "changed"

    with pytest.raises(Fault):
        rename()
    with desk.drafting() as session:
        session.add(
            StepDraft(
                id=desk.new_id(),
                case_id=case.case_id,
                step="T01.1",
                answers={},
                saved_at=desk.clock.now(),
                saved_by="",
            )
        )


def test_an_act_that_fails_leaves_neither_change_nor_entry(desk: Desk, case: CaseRow) -> None:
    size = desk.head.size

    def fail() -> None:
        with desk.act(Act.CASE_OPEN) as session:
            session.get_one(Case, case.case_id).title = "changed"
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert cases.show_case(desk, case.number).title == case.title
    assert desk.head.size == size
    assert vaults.check_vault(desk).ok


def test_a_backup_opens_with_the_same_passphrase(
    desk: Desk, case: CaseRow, tmp_path: Path, world: World
) -> None:
    copy = vaults.backup_vault(desk, tmp_path / "copy")
    with vaults.unlock(copy, USER, PASSPHRASE, world=world) as restored:
        assert [row.number for row in cases.list_cases(restored)] == [case.number]
        assert vaults.check_vault(restored).ok


def test_a_backup_does_not_overwrite(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "mine").write_text("keep me")
    with pytest.raises(Refusal) as refused:
        vaults.backup_vault(desk, tmp_path / "copy")
    assert refused.value.reason is Reason.TARGET_EXISTS
