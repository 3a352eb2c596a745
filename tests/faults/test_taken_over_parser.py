"""A parser that has been taken over: whatever it tries, it is stopped, and what it left is a sentence."""

import errno
import os
import sys
from pathlib import Path

import pytest
from faults.taken_over import Do, do

__all__ = ["do"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the deeds are those of Linux")
DENIED = {f"-1 {errno.EPERM}"}


def test_a_parser_that_does_nothing_wrong_is_read_to_its_end(do: Do) -> None:
    found = do("nothing")
    assert (found.format, found.refused, found.counts) == ("hostile", None, {"messages": 1, "records": 1})
    assert found.senders == {"before": 1}


@pytest.mark.parametrize(
    ("deed", "refused"),
    [
        ("for_ever", "took_too_long"), ("hog", "took_too_much"), ("hog_small", "took_too_much"),
        ("deep", "broken"), ("raise_any", "broken"), ("exit", "reader_failed"), ("exit_hard", "reader_failed"),
        ("crash", "reader_failed"), ("abort", "reader_failed"),
        ("py_socket", "forbidden"), ("py_run", "forbidden"), ("py_fork", "forbidden"), ("py_kill", "forbidden"),
        ("end_itself", "forbidden"), ("py_system", "forbidden"), ("py_library", "forbidden"),
    ],
)  # fmt: skip
def test_each_deed_ends_in_its_sentence_and_what_was_read_before_is_kept(do: Do, deed: str, refused: str) -> None:
    found = do(deed)
    assert found.refused
    assert found.refused.key == refused
    assert [item.text for item in found.items] == ["read before the deed"]
    assert found.format == "hostile"


def test_sleeping_is_ended_by_the_clock(do: Do) -> None:
    found = do("asleep", seconds=0.6)
    assert found.refused
    assert found.refused.key == "took_too_long"


def test_who_ignores_the_limit_of_work_is_ended_all_the_same(do: Do) -> None:
    found = do("stubborn")
    assert found.refused
    assert found.refused.key in ("took_too_much", "took_too_long", "forbidden")


@pytest.mark.parametrize("deed", ["py_write", "py_append", "py_mkdir"])
def test_python_writes_nothing(do: Do, tmp_path: Path, deed: str) -> None:
    found = do(deed, str(tmp_path / "new"))
    assert found.refused
    assert found.refused.key == "forbidden"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("deed", ["py_remove", "py_look"])
def test_python_touches_and_sees_no_other_file(do: Do, tmp_path: Path, deed: str) -> None:
    other = tmp_path / "other"
    other.write_text("a secret")
    found = do(deed, str(other))
    assert found.refused
    assert found.refused.key == "forbidden"
    assert other.read_text() == "a secret"


@pytest.mark.parametrize(
    "deed",
    [
        "c_socket", "c_pair", "c_fork", "c_kill", "c_kill_all", "c_ptrace", "c_memfd", "c_unshare", "c_limit",
        "c_signal", "c_setuid",
    ],
)  # fmt: skip
def test_native_code_reaches_nobody(do: Do, deed: str) -> None:
    found = do(deed)
    _needs_the_filter(found.facts)
    assert found.refused is None
    assert found.items[-1].text in DENIED
    assert os.getpid()


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("c_open", ("new",)), ("c_creat", ("new",)), ("c_open", ("kept",)), ("c_creat", ("kept",)),
        ("c_truncate", ("kept",)), ("c_unlink", ("kept",)), ("c_rename", ("kept", "new")), ("c_mkdir", ("new",)),
        ("c_rmdir", ("folder",)), ("c_symlink", ("kept", "new")), ("c_link", ("kept", "new")), ("c_chmod", ("kept",)),
        ("c_chdir", ("folder",)), ("c_mount", ("folder", "folder")),
    ],
)  # fmt: skip
def test_native_code_changes_nothing_on_the_disk(do: Do, tmp_path: Path, deed: str, words: tuple[str, ...]) -> None:
    (tmp_path / "folder").mkdir()
    kept = tmp_path / "kept"
    kept.write_text("as it was")
    kept.chmod(0o600)
    found = do(deed, *(str(tmp_path / word) for word in words))
    _needs_the_filter(found.facts)
    assert found.items[-1].text in DENIED
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "kept"]
    assert (kept.read_text(), kept.stat().st_mode & 0o777) == ("as it was", 0o600)


@pytest.mark.parametrize("deed", ["c_look", "c_memory"])
def test_native_code_sees_neither_other_files_nor_the_memory_of_the_program(
    do: Do, tmp_path: Path, deed: str
) -> None:
    other = tmp_path / "other"
    other.write_text("a secret")
    found = do(deed, str(other))
    walls = found.facts["walls"]
    assert isinstance(walls, list)
    if "only_libraries" not in walls:
        pytest.skip("this kernel does not tell one path from another")
    assert found.items[-1].text == f"-1 {errno.EACCES}"


def test_native_code_runs_no_other_program(do: Do) -> None:
    found = do("c_exec", sys.executable)
    _needs_the_filter(found.facts)
    assert found.items[-1].text in DENIED


def test_libraries_may_still_use_threads_and_print(do: Do) -> None:
    assert do("thread").items[-1].text == "ran"
    assert do("print").items[-1].text == "printed"


@pytest.mark.parametrize(
    "lie", ["lie_end", "lie_length", "lie_kind", "lie_deep", "lie_range", "lie_item", "lie_walls", "lie_format"]
)
def test_what_is_written_past_the_wire_is_not_believed(do: Do, lie: str) -> None:
    found = do(lie)
    assert found.refused
    assert found.refused.key == "reader_failed"
    assert [item.text for item in found.items] == ["read before the deed"]


def test_the_parent_says_which_walls_stood(do: Do) -> None:
    walls = do("nothing").facts["walls"]
    assert isinstance(walls, list)
    assert {"memory", "processor_time", "no_files", "no_core", "audit"} <= set(walls)


def _needs_the_filter(facts: object) -> None:
    if isinstance(facts, dict) and "system_calls" not in facts["walls"]:
        pytest.skip("this kernel takes no filter")
